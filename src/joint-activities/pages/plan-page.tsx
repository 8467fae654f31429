import {
  Button,
  type Column,
  ConfirmButton,
  DataTable,
  ErrorSummary,
  Form,
  Notice,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { PlannedOffer, StaffDate } from '../store/plans.ts'
import { faultsOf, MeetingPointFields, MinimumFields, type PlanValues, ThingFields } from './plan-fields.tsx'

type Props = PlanValues & {
  offer: PlannedOffer
  dates: readonly StaffDate[]
  hasMinimum: boolean
  news: 'saved' | 'takes-place' | 'already-decided' | undefined
}

const spareLines = 2

/** What a joint activity takes, and how its coming dates stand; the lead may decide before the day. */
export const JointPlanPage = ({ offer, dates, hasMinimum, news, ...typed }: Props) => {
  const { wording, values } = typed
  const { t, language } = wording
  const asksFamilies = offer.registration === 'session'
  return (
    <Stack gap="large">
      <ErrorSummary title={t('joint.plan.faults')} faults={faultsOf(typed)} />
      {news && (
        <Notice
          announce
          tone={news === 'already-decided' ? 'warning' : 'success'}
          title={t(`joint.news.${news}`)}
        />
      )}
      {hasMinimum && dates.length > 0 && (
        <DataTable caption={t('joint.dates.title')} columns={columnsIn(wording)} rows={[...dates]} />
      )}
      {!asksFamilies && (
        <Notice tone="info" title={t('joint.plan.noRegistration')}>
          {t('joint.plan.noRegistrationHint')}
        </Notice>
      )}
      <Form action={paths.plan(language, offer.slug)}>
        <MeetingPointFields {...typed} />
        {asksFamilies && <MinimumFields {...typed} />}
        {asksFamilies && (
          <Section title={t('joint.plan.things')}>
            <p>{t('joint.plan.thingsHint')}</p>
            <Stack>
              {Array.from({ length: linesIn(values) + spareLines }, (_, line) => (
                <ThingFields {...typed} line={line} />
              ))}
            </Stack>
          </Section>
        )}
        <Button kind="primary">{t('joint.plan.save')}</Button>
      </Form>
      <p>
        <a href={paths.offer(language, offer.slug)}>{t('joint.plan.back')}</a>
      </p>
    </Stack>
  )
}

/** How many lines were shown or stored; the empty ones at the end are not counted. */
const linesIn = (values: PlanValues['values']) => {
  const used = Object.keys(values).flatMap(name => {
    const [line] = name.match(/(?<=^things\.)\d+(?=\.name)/) ?? []
    return line !== undefined && values[name] ? [Number(line)] : []
  })
  return Math.max(-1, ...used) + 1
}

const columnsIn = (wording: Wording): Column<StaffDate>[] => {
  const { t, language, day, moment } = wording
  return [
    { label: t('joint.dates.day'), cell: ({ heldOn }) => day(heldOn) },
    {
      label: t('joint.dates.families'),
      numeric: true,
      cell: ({ families, sessionId }) => <a href={paths.list(language, sessionId)}>{families}</a>,
    },
    {
      label: t('joint.dates.decision'),
      cell: ({ decidedAt, state, standing, isByItself, isDecided }) => {
        if (standing === 'too-few' && isByItself) return t('joint.dates.byItself')
        if (state === 'cancelled') return t('joint.dates.cancelled')
        if (isDecided) return t('joint.standing.anyway')
        if (!standing || !decidedAt) return t('joint.dates.none')
        return t('joint.dates.on', { when: moment(decidedAt) })
      },
    },
    { label: t('joint.dates.whatToDo'), cell: date => <Decide date={date} wording={wording} /> },
  ]
}

const Decide = ({ date, wording }: { date: StaffDate; wording: Wording }) => {
  const { t, language, day } = wording
  const { state, standing, sessionId, isDecided } = date
  const forDay = <span class="kern-sr-only">, {day(date.heldOn)}</span>
  if (state === 'cancelled')
    return (
      <a href={paths.cancel(language, sessionId)}>
        {t('joint.dates.whoWasTold')}
        {forDay}
      </a>
    )
  return (
    <div class="cluster">
      {standing && !isDecided && (
        <ConfirmButton small action={paths.takesPlace(language, sessionId)}>
          {t(standing === 'enough' ? 'joint.dates.takesPlace' : 'joint.dates.takesPlaceAnyway')}
          {forDay}
        </ConfirmButton>
      )}
      <a href={paths.cancel(language, sessionId)}>
        {t('joint.dates.cancel')}
        {forDay}
      </a>
    </div>
  )
}
