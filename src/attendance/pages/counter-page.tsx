import { Button, CountField, ErrorSummary, Form, Notice, ThumbBar } from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CountedKind, countingUnits } from '../counting-unit.ts'
import { counted, everybodyOf, type HeadCount, type Heads } from '../head-count.ts'

export type CounterPageProps = {
  wording: Wording
  action: string
  /** What stands in the fields: numbers, or what was typed when it could not be read. */
  values: Record<keyof Heads, number | string>
  renderingKey: string
  seenVersion: number
  kind: CountedKind
  problems?: FormProblems
  /** Somebody else's count, made while this one was open. */
  meanwhile?: HeadCount
  /** The session was counted before, and that count was taken back. */
  wasWithdrawn?: boolean
}

/** The counter: seven numbers, big enough for one thumb while holding a child with the other arm. */
export const CounterPage = ({ wording, values, problems = {}, ...form }: CounterPageProps) => {
  const { t } = wording
  return (
    <div class="count-page">
      <Form
        action={form.action}
        carry={{ renderingKey: form.renderingKey, seenVersion: String(form.seenVersion) }}
      >
        {form.wasWithdrawn && (
          <Notice title={t('attendance.withdrawn.title')}>
            <p>{t('attendance.withdrawn.body')}</p>
          </Notice>
        )}
        {form.meanwhile && <CountedMeanwhile count={form.meanwhile} wording={wording} />}
        <p class="muted">{t(`attendance.unit.${countingUnits[form.kind]}.how`)}</p>
        <ErrorSummary
          title={t('attendance.fault.title')}
          faults={counted
            .filter(field => problems[field])
            .map(field => ({ field, message: faultOf(field, problems, t) }))}
        />
        {counted.map(field => (
          <CountField
            name={field}
            label={t(`attendance.${field}.label`)}
            hint={t(`attendance.${field}.hint`)}
            error={problems[field] ? faultOf(field, problems, t) : undefined}
            value={values[field] as number}
            max={1000}
            less={t('attendance.less', { who: t(`attendance.${field}.name`) })}
            more={t('attendance.more', { who: t(`attendance.${field}.name`) })}
            marked={field === 'firstTime'}
          />
        ))}
        <ThumbBar note={t('attendance.emptyIsNobody')}>
          <Button kind="primary">{t('attendance.done')}</Button>
        </ThumbBar>
      </Form>
    </div>
  )
}

/** Said before the numbers of one person replace those of another. */
const CountedMeanwhile = ({
  count,
  wording: { t, moment, number },
}: {
  count: HeadCount
  wording: Wording
}) => (
  <Notice
    tone="warning"
    announce
    title={t(count.isWithdrawn ? 'attendance.meanwhile.withdrawn' : 'attendance.meanwhile.counted')}
  >
    <p>
      {t(`attendance.meanwhile.${count.isWithdrawn ? 'byWithdrawn' : 'by'}`, {
        who: t(`attendance.role.${count.countedAs}`),
        when: moment(count.countedAt),
        everybody: number(everybodyOf(count.heads)),
      })}
    </p>
    <p>{t('attendance.meanwhile.yours')}</p>
  </Notice>
)

const faultOf = (field: keyof Heads, problems: FormProblems, t: Wording['t']) =>
  t(problems[field] === 'too-many' ? 'attendance.fault.too-many' : 'attendance.fault.not-a-number', {
    who: t(`attendance.${field}.name`),
  })
