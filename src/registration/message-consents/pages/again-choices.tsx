import { Card, Cluster, ConfirmButton, Section, Stack } from '../../../platform/design/index.ts'
import { directionOf, type Wording } from '../../../platform/wording/wording.ts'
import type { AgainOnPage } from '../choose-again.ts'
import { messageMedia } from '../message-consent.ts'

type Props = { choices: readonly AgainOnPage[]; action: string; wording: Wording }

/** For each offer of a family, whether it wants to know when that starts again: one tap to say yes, one to say no. */
export const AgainChoices = ({ choices, action, wording }: Props) => {
  const { t, language } = wording
  if (choices.length === 0) return null
  return (
    <Section title={t('registration.again.title')} id="again">
      <Stack gap="small">
        <p>{t('registration.again.text')}</p>
        {choices.map(({ registrationId, title, titleLanguage, media, given }) => (
          <Card>
            <Stack gap="small">
              <b lang={titleLanguage === language ? undefined : titleLanguage}>
                <bdi dir={directionOf(titleLanguage)}>{title}</bdi>
              </b>
              <Cluster>
                {messageMedia
                  .filter(medium => media.includes(medium) || given.includes(medium))
                  .map(medium => {
                    const isGiven = given.includes(medium)
                    return (
                      <ConfirmButton
                        small
                        kind={isGiven ? 'quiet' : 'secondary'}
                        icon={isGiven ? 'check' : undefined}
                        action={action}
                        fields={{ registration: registrationId, medium, wants: isGiven ? 'no' : 'yes' }}
                      >
                        {t(`registration.again.${isGiven ? 'no' : 'yes'}.${medium}`)}
                        <span class="kern-sr-only">: {title}</span>
                      </ConfirmButton>
                    )
                  })}
              </Cluster>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}
