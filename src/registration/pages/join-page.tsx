import { Button, Form, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { whyNotNow } from '../registration.ts'
import type { IntakeView } from '../show.ts'
import { DataNotice, IntakeFacts, OfferTitle } from './intake-facts.tsx'
import { PartyFaults, PartyFields, type PartyValues } from './party-fields.tsx'

export type JoinPageProps = {
  view: IntakeView
  wording: Wording
  now: Temporal.Instant
  thisYear: number
  action: string
  renderingKey: string
  values: PartyValues
  errors: Record<string, string>
}

/** The one form by which a family registers, without an account. */
export const JoinPage = ({
  view,
  wording,
  now,
  thisYear,
  action,
  renderingKey,
  values,
  errors,
}: JoinPageProps) => {
  const { t } = wording
  const refusal = whyNotNow(view.intake, now)
  return (
    <div class="stack">
      <h1>
        {t('registration.join.title')} <OfferTitle view={view} wording={wording} />
      </h1>
      <IntakeFacts view={view} wording={wording} />
      {refusal ? (
        <Notice tone="warning" title={t(`registration.refused.${refusal}`)}>
          {view.intake.opensAt && refusal === 'not-open-yet'
            ? t('registration.refused.opens', { when: wording.moment(view.intake.opensAt) })
            : t('registration.refused.ask', { centre: view.names.centre })}
        </Notice>
      ) : (
        <>
          <p>{t('registration.join.lead')}</p>
          <PartyFaults wording={wording} errors={errors} />
          <Form action={action} carry={{ renderingKey }}>
            <PartyFields
              {...{ wording, values, errors, thisYear }}
              asksForChildren={view.intake.counts !== 'adult'}
            />
            <DataNotice view={view} wording={wording} />
            <Button kind="primary" block>
              {t('registration.join.send')}
            </Button>
          </Form>
          <p class="muted">
            <a href={paths.findByCode(wording.language)}>{t('registration.join.haveCode')}</a>
          </p>
        </>
      )}
    </div>
  )
}
