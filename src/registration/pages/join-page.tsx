import { JointFacts, ThingsFields } from '../../joint-activities/index.ts'
import { Button, Form, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { whyNotNow } from '../registration.ts'
import { ComesAsField } from '../rules/pages/comes-as-field.tsx'
import { RulesNote } from '../rules/pages/rules-in-words.tsx'
import { Clashes } from '../several/pages/besides.tsx'
import { DatesField } from '../several/pages/dates-field.tsx'
import { OwnCodeField } from '../several/pages/own-code-field.tsx'
import type { IntakeView } from '../show.ts'
import type { Clash, OtherDate } from '../store/same-page.ts'
import { askingAt, IntakeFacts, OfferTitle, RegistrationDataNotice } from './intake-facts.tsx'
import { PartyFaults, PartyFields, type PartyState } from './party-fields.tsx'

type Props = PartyState & {
  view: IntakeView
  wording: Wording
  now: Temporal.Instant
  timeZone: string
  ages: string | undefined
  price: readonly string[]
  action: string
  renderingKey: string
  /** Things that were ticked. */
  brings: readonly string[]
  /** Further dates of the offer, and which of them were ticked. */
  others: readonly OtherDate[]
  dates: readonly string[]
  /** The code of an earlier registration, as it was typed, and what overlaps. */
  ownCode: string
  clashes: readonly Clash[]
  /** Of which dates it was told so before. */
  clashesSeen: readonly string[]
}

/** The one form by which a family registers, without an account. */
export const JoinPage = ({
  view,
  wording,
  now,
  timeZone,
  ages,
  price,
  action,
  renderingKey,
  brings,
  others,
  dates,
  ownCode,
  clashes,
  clashesSeen,
  ...party
}: Props) => {
  const { t } = wording
  const refusal = whyNotNow(view.intake, now)
  const seen = [...clashesSeen, ...clashes.map(({ sessionId }) => sessionId)].join(' ')
  return (
    <div class="stack">
      <h1>
        {t('registration.join.title')} <OfferTitle view={view} wording={wording} />
      </h1>
      <IntakeFacts {...{ view, wording, ages, price }} />
      {view.together && <JointFacts {...view.together} wording={wording} withoutThings />}
      {refusal ? (
        <Notice tone="warning" title={t(`registration.refused.${refusal}`)}>
          {view.intake.opensAt && refusal === 'not-open-yet'
            ? opensInWords(view.intake.opensAt.toZonedDateTimeISO(timeZone), wording)
            : t('registration.refused.ask', { phone: askingAt(view) })}
        </Notice>
      ) : (
        <>
          {view.days.length > 1 && <p>{t('programme.offer.wholeCourse')}</p>}
          <p>{t('registration.join.lead')}</p>
          <RulesNote rules={view.intake} wording={wording} />
          <PartyFaults wording={wording} {...party} />
          <Clashes clashes={clashes} next={t('registration.several.goOn')} wording={wording} />
          <Form action={action} carry={{ renderingKey, ...(seen && { clashesSeen: seen }) }}>
            <PartyFields wording={wording} {...party} asksForChildren={view.intake.counts !== 'adult'} />
            <ComesAsField priority={view.intake.priority} {...{ wording, ...party }} />
            <DatesField dates={others} ticked={dates} wording={wording} />
            <OwnCodeField typed={ownCode} error={party.errors.ownCode} wording={wording} />
            <ThingsFields things={view.things} ticked={brings} wording={wording} />
            <RegistrationDataNotice view={view} wording={wording} />
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

/** Nobody waits for midnight: then only the day is said. */
const opensInWords = (opensAt: Temporal.ZonedDateTime, { t, day, time }: Wording) => {
  const isMidnight = opensAt.hour === 0 && opensAt.minute === 0
  const opens = { day: day(opensAt.toPlainDate()), time: time(opensAt.toPlainTime()) }
  return t(isMidnight ? 'registration.refused.opensOn' : 'registration.refused.opens', opens)
}
