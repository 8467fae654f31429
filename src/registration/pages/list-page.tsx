import { Button, type Column, DataTable, EmptyState, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ListLine, RegistrationList } from '../list-registrations.ts'
import { paths } from '../paths.ts'
import { holdsPlaces, isLive } from '../registration.ts'
import { CalledOff } from './called-off.tsx'
import { bringsColumn, peopleColumns, toKnowColumn, WhyWaits } from './list-cells.tsx'
import { actionsColumn } from './list-line-actions.tsx'

type Props = {
  list: RegistrationList
  wording: Wording
  /** What the person may do; the buttons ask the same questions as the use cases. */
  mayManage: boolean
  mayMark: boolean
}

/** Who comes, who waits and why, who may be there twice. Prints as the list for the door. */
export const ListPage = ({ list, wording, mayManage, mayMark }: Props) => {
  const { t } = wording
  const coming = list.lines.filter(({ state }) => holdsPlaces(state))
  const waiting = list.lines.filter(({ state }) => state === 'waiting')
  const ended = list.lines.filter(({ state }) => !isLive(state))
  if (list.lines.length === 0) {
    return (
      <EmptyState icon="people" title={t('registration.list.empty')}>
        {t('registration.list.emptyNext')}
      </EmptyState>
    )
  }
  return (
    <div class="stack stack--large">
      <CalledOff intake={list.intake} wording={wording} />
      <p>
        {list.limits
          .map(limit =>
            t(`registration.list.taken.${limit.unit}`, { taken: limit.taken, places: limit.places }),
          )
          .join(' · ')}
      </p>
      {coming.length > 0 && <Coming {...{ list, wording, mayManage, mayMark }} lines={coming} />}
      {waiting.length > 0 && (
        <DataTable
          caption={t('registration.list.waiting')}
          rows={waiting}
          columns={[
            ...peopleColumns(wording),
            { label: t('registration.list.why'), cell: line => <WhyWaits {...{ line, wording }} /> },
            ...(mayManage ? [actionsColumn(wording)] : []),
          ]}
        />
      )}
      {mayManage && <Places list={list} wording={wording} />}
      {ended.length > 0 && <p class="muted">{t('registration.list.ended', { count: ended.length })}</p>}
    </div>
  )
}

const Coming = ({ list, wording, mayManage, mayMark, lines }: Props & { lines: ListLine[] }) => {
  const { t } = wording
  const marking = mayMark && list.sessionId !== null
  const tick: Column<ListLine> = {
    label: t('registration.list.present'),
    cell: ({ id, isPresent, household }) => (
      <input
        class="kern-form-check__checkbox"
        form="attendance"
        type="checkbox"
        name="present[]"
        value={id}
        checked={isPresent}
        aria-label={t('registration.list.presentFor', { name: household.called })}
      />
    ),
  }
  return (
    <section class="stack">
      <DataTable
        caption={t('registration.list.coming')}
        rows={lines}
        columns={[
          ...peopleColumns(wording),
          toKnowColumn(wording),
          ...(list.things.length > 0 ? [bringsColumn(wording)] : []),
          ...(marking ? [tick] : []),
          ...(mayManage ? [actionsColumn(wording, list)] : []),
        ]}
      />
      {list.sessionId && (
        <p>
          <LinkButton href={paths.sessionSheet(wording.language, list.sessionId)} icon="print">
            {t('print.attendance.link')}
          </LinkButton>
        </p>
      )}
      {marking && (
        <form
          id="attendance"
          method="post"
          action={`${paths.sessionList(wording.language, list.sessionId ?? '')}`}
        >
          <Button kind="primary">{t('registration.list.saveAttendance')}</Button>
        </form>
      )}
    </section>
  )
}

const Places = ({ list: { limits, intake }, wording: { t, language } }: Pick<Props, 'list' | 'wording'>) => (
  <details>
    <summary>{t('registration.list.changePlaces')}</summary>
    {limits.map(({ unit, places, taken }) => (
      <form class="cluster" method="post" action={`${paths.list(language, intake.id)}/places`}>
        <input type="hidden" name="unit" value={unit} />
        <label class="kern-label" for={`places-${unit}`}>
          {t(`registration.unit.${unit}`)}
        </label>
        <input
          class="kern-form-input__input kern-form-input__input--short"
          id={`places-${unit}`}
          name="places"
          type="number"
          inputmode="numeric"
          min={taken}
          max={999}
          value={places}
        />
        <Button small>{t('registration.change.save')}</Button>
      </form>
    ))}
  </details>
)

export const ListActions = ({ list, wording: { t, language } }: Pick<Props, 'list' | 'wording'>) => (
  <>
    <LinkButton icon="neighbours" href={paths.groupNotice(language, list.intake.offerSlug)}>
      {t('registration.group.title')}
    </LinkButton>
    {!list.intake.calledOff && (
      <LinkButton kind="primary" icon="plus" href={`${paths.list(language, list.intake.id)}/add`}>
        {t('registration.list.add')}
      </LinkButton>
    )}
  </>
)
