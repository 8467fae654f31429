import { Cluster, ConfirmButton, LinkButton, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Sheet } from '../read-doorstep.ts'

type Props = { sheet: Sheet; wording: Wording }

/** What becomes of the round when it is closed, before it is. */
export const ClosePage = ({ sheet: { round, requests }, wording: { t, language } }: Props) => {
  const open = requests.filter(({ outcome }) => outcome === null).length
  return (
    <Stack>
      <p>{t('doorstep.close.words', { count: requests.length })}</p>
      {open > 0 && (
        <Notice tone="warning" title={t('doorstep.close.open', { count: open })}>
          <p>{t('doorstep.close.openNext')}</p>
        </Notice>
      )}
      <Cluster>
        <ConfirmButton kind="danger" action={paths.close(language, round.id)}>
          {t('doorstep.close.close')}
        </ConfirmButton>
        <LinkButton href={paths.round(language, round.id)}>{t('doorstep.close.back')}</LinkButton>
      </Cluster>
    </Stack>
  )
}
