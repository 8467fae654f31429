import { ConfirmButton, LinkButton, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { centreName: string; isConfirmed: boolean; link: string; wording: Wording }

/** Out of a letter: say yes to it, or stop it with one press. */
export const OwnPage = ({ centreName, isConfirmed, link, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <h1>{t('weekLetter.title', { centre: centreName })}</h1>
      {isConfirmed ? (
        <>
          <Notice tone="success" title={t('weekLetter.own.comes')} />
          <ConfirmButton kind="danger" action={paths.stop(language, link)}>
            {t('weekLetter.own.stop')}
          </ConfirmButton>
        </>
      ) : (
        <>
          <p>{t('weekLetter.own.sure')}</p>
          <ConfirmButton kind="primary" action={paths.confirm(language, link)}>
            {t('weekLetter.own.yes')}
          </ConfirmButton>
          <ConfirmButton action={paths.stop(language, link)}>{t('weekLetter.own.no')}</ConfirmButton>
        </>
      )}
    </Stack>
  )
}

export const StoppedPage = ({ wording: { t, language } }: { wording: Wording }) => (
  <Stack>
    <h1>{t('weekLetter.stopped.title')}</h1>
    <p>{t('weekLetter.stopped.words')}</p>
    <LinkButton href={`/${language}`}>{t('weekLetter.stopped.home')}</LinkButton>
  </Stack>
)
