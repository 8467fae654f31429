import type { LedCentre } from '../../../centres/index.ts'
import {
  Button,
  Cluster,
  DateField,
  EmptyState,
  ErrorSummary,
  FieldGroup,
  Form,
  LinkButton,
  Notice,
  Section,
  SelectField,
  Stack,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { InLanguage } from '../../../programme/index.ts'
import { DatesOfPlan } from '../../drafts/pages/plan-dates.tsx'
import { faultsOf, fieldsOf, type StepProps, single } from '../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { SeasonEntry } from '../copy-season.ts'
import type { SeasonChange } from '../season.ts'
import { seasonFields } from '../season-forms.ts'

type Props = StepProps & {
  centre: LedCentre
  centres: readonly LedCentre[]
  entries: readonly SeasonEntry[]
  /** The two seasons, once their days hold; before that nothing is shown of them. */
  season: SeasonChange | undefined
}

/** From which days into which; below, what each offer becomes, with a tick for what is taken over. */
export const SeasonPage = (props: Props) => {
  const { wording, centre, centres, season, entries } = props
  const { t, language } = wording
  const { text } = fieldsOf(props)
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf(props)} />
      <p class="lead">{t('programme.season.lead')}</p>
      <Form method="get" action={staffPaths.season(language)}>
        {centres.length > 1 && (
          <SelectField
            name="centre"
            label={t('programme.season.centre')}
            value={centre.slug}
            options={centres.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        )}
        <FieldGroup name="last" label={t('programme.season.last')}>
          <div class="fields">
            <DateField {...text('lastFrom')} label={t('programme.season.from')} />
            <DateField {...text('lastUntil')} label={t('programme.season.until')} />
          </div>
        </FieldGroup>
        <FieldGroup name="next" label={t('programme.season.next')} hint={t('programme.season.nextHint')}>
          <div class="fields">
            <DateField {...text('nextFrom')} label={t('programme.season.from')} />
            <DateField {...text('nextUntil')} label={t('programme.season.until')} />
          </div>
        </FieldGroup>
        <Button kind={season ? 'secondary' : 'primary'}>{t('programme.season.show')}</Button>
      </Form>
      {season && entries.length === 0 && (
        <EmptyState icon="calendar" title={t('programme.season.empty')}>
          {t('programme.season.emptyHint')}
        </EmptyState>
      )}
      {season && entries.length > 0 && <TakeOver {...props} />}
    </Stack>
  )
}

const TakeOver = (props: Props) => {
  const { wording, centre, entries, values } = props
  const { t, language } = wording
  const carried = Object.fromEntries(seasonFields.map(name => [name, single(values[name]) ?? '']))
  const goingOn = entries.filter(({ copy }) => !copy)
  const isAnythingToCopy = goingOn.length < entries.length
  return (
    <Section id="offers" title={t('programme.season.take')}>
      {isAnythingToCopy ? (
        <Form action={staffPaths.season(language)} carry={{ ...carried, centre: centre.slug }}>
          {entries.map((entry, index) => entry.copy && <Line {...{ entry, index, wording }} />)}
          <p class="muted">{t('programme.season.draftHint')}</p>
          <Cluster>
            <Button kind="primary" icon="check">
              {t('programme.season.copy')}
            </Button>
            <LinkButton kind="quiet" href={staffPaths.programme(language, centre.slug)}>
              {t('programme.season.leave')}
            </LinkButton>
          </Cluster>
        </Form>
      ) : null}
      {goingOn.length > 0 && (
        <Notice title={t('programme.season.goesOn', { count: goingOn.length })}>
          <ul>
            {goingOn.map(entry => (
              <li>
                <Title entry={entry} wording={wording} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  )
}

/** One offer with its tick; what has dates there already is not ticked, and says so. */
const Line = ({ entry, index, wording }: { entry: SeasonEntry; index: number; wording: Wording }) => {
  const { copy, isThereAlready } = entry
  if (!copy) return null
  const { t } = wording
  const id = `offers-${index}`
  return (
    <div class="stack stack--small">
      <div class="kern-form-check">
        <input
          class="kern-form-check__checkbox"
          type="checkbox"
          id={id}
          name="offers[]"
          value={`${entry.id}.${copy.newId}`}
          checked={!isThereAlready && copy.sessions.length > 0}
          aria-describedby={`${id}-dates`}
        />
        <label class="kern-label" for={id}>
          <Title entry={entry} wording={wording} />
        </label>
      </div>
      <div id={`${id}-dates`} class="stack stack--small">
        {isThereAlready && <p class="kern-hint">{t('programme.season.there')}</p>}
        <details>
          <summary>{summaryOf(copy, wording)}</summary>
          <DatesOfPlan wording={wording} preview={{ ...copy, staying: [] }} />
        </details>
      </div>
    </div>
  )
}

const Title = ({ entry, wording }: { entry: SeasonEntry; wording: Wording }) => (
  <InLanguage spoken={{ text: entry.title, language: entry.titleLanguage }} wording={wording} />
)

/** 12 dates, from … to … · 3 days are left out */
const summaryOf = (
  { sessions, skipped }: NonNullable<SeasonEntry['copy']>,
  { t, shortDay, joined }: Wording,
) => {
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (!first || !last) return t('programme.staff.dates.none')
  return joined([
    t('programme.staff.dates.count', { count: sessions.length }),
    t('programme.staff.dates.span', { first: shortDay(first.heldOn), last: shortDay(last.heldOn) }),
    skipped.length > 0 && t('programme.staff.dates.skipped', { count: skipped.length }),
  ])
}
