import {
  Button,
  Cluster,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  Notice,
  Section,
} from '../../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { agesInWords, Languages, priceInWords, seriesInWords } from '../../../programme/index.ts'
import type { OfferPlan } from '../../plan/offer-plan.ts'
import { faultsOf } from '../../plan/pages/plan-fields.ts'
import type { AskingStep } from '../../plan/plan-steps.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { Preview } from '../preview-plan.ts'
import { DatesOfPlan } from './plan-dates.tsx'
import { PlanSteps } from './plan-frame.tsx'
import { RoomOfPlan } from './plan-room.tsx'

type CheckProps = {
  wording: Wording
  preview: Preview
  /** Names of the accounts that lead it. */
  leaders: readonly string[]
  isPublished: boolean
  timeZone: string
}

/** All answers with a way to change each, and the dates they make, before anything is saved. */
export const CheckPage = ({ wording, preview, leaders, isPublished, timeZone }: CheckProps) => {
  const { t, language } = wording
  const { draft, plan, held } = preview
  const problems = Object.fromEntries(held.map(field => [field, 'held-by-registrations']))
  const places = `${staffPaths.step(language, draft.id, 'places')}`
  return (
    <div class="answers stack stack--large">
      <PlanSteps wording={wording} draft={draft} step="check" />
      <ErrorSummary
        title={t('programme.staff.check.held')}
        faults={faultsOf({ wording, problems }).map(fault => ({ ...fault, field: 'places-answers' }))}
      />
      <Section title={t('programme.staff.check.dates')} more={changeLink('when', draft.id, wording)}>
        <DatesOfPlan wording={wording} preview={preview} />
        {preview.room && <RoomOfPlan check={preview.room} {...{ timeZone, wording }} />}
      </Section>
      <Answered step="what" items={whatItems(plan, wording)} {...{ wording, draft }} />
      <Answered step="who" items={whoItems(plan, wording)} {...{ wording, draft }} />
      <Answered step="when" items={whenItems(plan, wording)} {...{ wording, draft }} />
      <Answered step="places" items={placesItems(plan, leaders, wording)} {...{ wording, draft }} />
      {!isPublished && <Notice title={t('programme.staff.check.draftHint')} />}
      {held.length > 0 ? (
        <p>
          <a href={places}>{t('programme.staff.check.mend')}</a>
        </p>
      ) : (
        <Form
          action={staffPaths.step(language, draft.id, 'check')}
          carry={draft.offerId ? { offerId: draft.offerId } : {}}
        >
          <Cluster>
            <Button kind="primary" name="do" value={isPublished ? 'save' : 'publish'} icon="check">
              {isPublished ? t('programme.staff.check.save') : t('programme.staff.check.publish')}
            </Button>
            {!isPublished && (
              <Button name="do" value="save">
                {t('programme.staff.check.saveDraft')}
              </Button>
            )}
            <Button kind="quiet" formaction={staffPaths.discard(language, draft.id)}>
              {t('programme.staff.discard')}
            </Button>
          </Cluster>
        </Form>
      )}
    </div>
  )
}

/** All that a plan says, in the words of the check, without who sees the lists. */
export const itemsOfPlan = (plan: OfferPlan, wording: Wording): Description[] => [
  ...whatItems(plan, wording),
  ...whoItems(plan, wording),
  ...whenItems(plan, wording),
  ...placesItems(plan, [], wording),
]

const Answered = ({
  step,
  items,
  wording,
  draft,
}: {
  step: AskingStep
  items: Description[]
  wording: Wording
  draft: Preview['draft']
}) => (
  <Section
    id={`${step}-answers`}
    title={wording.t(`programme.staff.step.${step}`)}
    more={changeLink(step, draft.id, wording)}
  >
    <DescriptionList items={items.filter(({ value }) => value !== '')} />
  </Section>
)

const changeLink = (step: AskingStep, draftId: string, { t, language }: Wording) => ({
  href: staffPaths.step(language, draftId, step),
  label: t('programme.staff.check.change', { step: t(`programme.staff.step.${step}`) }),
})

const whatItems = ({ texts, ...plan }: OfferPlan, { t, list }: Wording): Description[] => [
  ...Object.entries(texts).map(([language, { title, summary, body }]) => ({
    term: nameOfLanguage(language),
    value: title && (
      <div lang={language}>
        <b>
          <bdi>{title}</bdi>
        </b>
        {summary && (
          <p>
            <bdi>{summary}</bdi>
          </p>
        )}
        {body && (
          <p class="muted">
            <bdi>{body}</bdi>
          </p>
        )}
      </div>
    ),
  })),
  { term: t('programme.staff.field.kind'), value: t(`programme.kind.${plan.kind}`) },
  {
    term: t('programme.staff.field.format'),
    value: `${t(`programme.format.${plan.format}`)} · ${t(`programme.way.${plan.way}`)}`,
  },
  {
    term: t('programme.staff.field.topics'),
    value: list(plan.topics.map(topic => t(`programme.topic.${topic}.name`))),
  },
]

const whoItems = (plan: OfferPlan, wording: Wording): Description[] => {
  const { t, list } = wording
  const ages = agesInWords({ from: plan.ageFrom, until: plan.ageUntil }, wording)
  return [
    {
      term: t('programme.staff.who.ages'),
      value: [plan.isFromPregnancy && t('programme.age.fromPregnancy'), ages].filter(Boolean).join(' · '),
    },
    {
      term: t('programme.staff.field.isWithoutParents'),
      value: plan.isWithoutParents ? t('care.yes') : '',
    },
    { term: t('programme.staff.field.audience'), value: t(`programme.audience.${plan.audience}`) },
    {
      term: t('programme.staff.field.languages'),
      value: <Languages codes={plan.languages} />,
    },
    {
      term: t('programme.staff.field.eases'),
      value: list(plan.eases.map(ease => t(`programme.filter.${ease}`))),
    },
    { term: t('programme.staff.field.pricePer'), value: priceInWords(plan, wording) },
  ]
}

const whenItems = (plan: OfferPlan, wording: Wording): Description[] => {
  const { t } = wording
  return [
    {
      term: t('programme.staff.field.place'),
      value: [plan.place, plan.isStepFree && t('programme.filter.step-free')].filter(Boolean).join(' · '),
    },
    ...plan.slots.map((slot, index) => ({
      term: t('programme.staff.when.slot', { number: index + 1 }),
      value: seriesInWords(slot, wording),
    })),
  ]
}

const placesItems = (plan: OfferPlan, leaders: readonly string[], wording: Wording): Description[] => {
  const { t } = wording
  return [
    {
      term: t('programme.staff.field.registration'),
      value: t(`programme.staff.registration.${plan.registration}.label`),
    },
    { term: t('programme.staff.field.places'), value: plan.places ?? '' },
    {
      term: t('programme.staff.field.counts'),
      value: plan.counts ? t(`programme.staff.counts.${plan.counts}`) : '',
    },
    { term: t('programme.staff.field.babyPlaces'), value: plan.babyPlaces ?? '' },
    { term: t('programme.staff.field.opensDaysBefore'), value: plan.opensDaysBefore ?? '' },
    { term: t('programme.staff.field.closesHoursBefore'), value: plan.closesHoursBefore || '' },
    { term: t('programme.staff.field.closesOn'), value: plan.closesOn ? wording.day(plan.closesOn) : '' },
    { term: t('programme.staff.field.leader'), value: plan.leader },
    { term: t('programme.staff.field.leaders'), value: wording.list(leaders) },
  ]
}
