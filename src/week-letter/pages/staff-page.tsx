import { Card, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { NextLetter } from '../read-next-letter.ts'

/** What the next letter will say, and how many get it. */
export const StaffPage = ({
  letters,
  wording: { t },
}: {
  letters: readonly NextLetter[]
  wording: Wording
}) => (
  <Stack>
    {letters.map(({ centre, amount, letter }) => (
      <Card title={<bdi lang="de">{centre.name}</bdi>}>
        <p>{amount === 0 ? t('weekLetter.staff.nobody') : t('weekLetter.staff.amount', { count: amount })}</p>
        <h3>{letter.subject}</h3>
        {letter.paragraphs.slice(0, -1).map(({ words }) => (
          <p class="as-written">{words}</p>
        ))}
      </Card>
    ))}
    <p class="muted">{t('weekLetter.staff.made')}</p>
  </Stack>
)
