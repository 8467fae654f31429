import { Card, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** A counsellor of the centre has time: one books it under a code word. */
export const BookWithoutName = ({ href, wording: { t } }: { href: string; wording: Wording }) => (
  <Card tint>
    <p>{t('counselling.linkHint')}</p>
    <LinkButton href={href} icon="advice">
      {t('counselling.link')}
    </LinkButton>
  </Card>
)
