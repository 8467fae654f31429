import {
  Button,
  Card,
  Columns,
  ConfirmButton,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Stack,
} from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Agreement, ContactPerson, Partner } from '../partner.ts'
import { paths } from '../paths.ts'
import { AgreementCard } from './agreement-card.tsx'
import { ContactCard } from './contact-card.tsx'
import { PartnerFields } from './partner-fields.tsx'
import { faultsOf, type Said } from './said.ts'

export type PartnerPageProps = {
  partner: Partner
  agreements: readonly Agreement[]
  contacts: readonly ContactPerson[]
  /** What was sent with faults, by whichever form of the page. */
  typed: FormValues | undefined
  errors: Said
  languages: readonly string[]
  what: 'added' | 'changed' | 'signed' | 'named' | 'gone' | 'has-tasks' | undefined
  today: Temporal.PlainDate
  wording: Wording
}

/** Everything about one partner: what it contributes, what was signed, whom to ring. */
export const PartnerPage = (props: PartnerPageProps) => {
  const { partner, typed, errors, languages, what, wording } = props
  const { t, language } = wording
  const isAboutPartner = typed && 'name' in typed
  return (
    <Stack gap="large">
      <LoneLink href={paths.partners(language)}>{t('network.partners.title')}</LoneLink>
      {what && (
        <Notice
          announce
          tone={what === 'has-tasks' ? 'warning' : 'success'}
          title={t(`network.news.${what}`)}
        />
      )}
      <ErrorSummary title={t('network.mend')} faults={faultsOf(errors)} />
      <Columns
        aside={
          <>
            <AgreementCard {...props} />
            <ContactCard {...props} />
          </>
        }
      >
        <Card title={t('network.partner.facts')}>
          <Form action={paths.partner(language, partner.id)}>
            <PartnerFields
              typed={isAboutPartner ? typed : undefined}
              {...{ partner, errors, languages, wording }}
            />
            <Button kind="primary">{t('network.save')}</Button>
          </Form>
        </Card>
        <Card title={t('network.partner.takeOut')}>
          <Stack>
            <p>{t('network.partner.takeOutHint')}</p>
            <ConfirmButton action={paths.takeOut(language, partner.id)} kind="danger">
              {t('network.partner.takeOut')}
            </ConfirmButton>
          </Stack>
        </Card>
      </Columns>
    </Stack>
  )
}
