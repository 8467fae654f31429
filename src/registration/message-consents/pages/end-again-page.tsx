import { ConfirmButton, Notice, Stack } from '../../../platform/design/index.ts'
import { directionOf, type Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { MessageMedium } from '../message-consent.ts'

type Props = {
  /** Undefined once it was taken back. */
  consent: { medium: MessageMedium; title: string; titleLanguage: string } | undefined
  link: string
  wording: Wording
}

/** Out of a message: no more of them, with one press. */
export const EndAgainPage = ({ consent, link, wording: { t, language } }: Props) => (
  <Stack>
    <h1>{t('registration.again.title')}</h1>
    {consent ? (
      <>
        <p>
          <bdi lang={consent.titleLanguage} dir={directionOf(consent.titleLanguage)}>
            {consent.title}
          </bdi>
        </p>
        <ConfirmButton kind="primary" action={paths.endAgain(language, link)}>
          {t(`registration.again.no.${consent.medium}`)}
        </ConfirmButton>
      </>
    ) : (
      <Notice announce tone="success" title={t('registration.again.ended')} />
    )}
  </Stack>
)
