import { paths as outreachPaths } from '../../outreach/index.ts'
import {
  Button,
  type Column,
  ConfirmButton,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  Tag,
  TextField,
  type Tone,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { ToKnowInWords } from '../consents/pages/to-know.tsx'
import type { ListLine, RegistrationList } from '../list-registrations.ts'
import { paths } from '../paths.ts'
import { holdsPlaces, isLive } from '../registration.ts'

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

const peopleColumns = (wording: Wording): Column<ListLine>[] => [
  { label: wording.t('registration.list.name'), cell: line => <Name line={line} wording={wording} /> },
  {
    label: wording.t('registration.list.children'),
    cell: ({ party }) =>
      party.children.map(({ firstName, bornIn }, index) => (
        <>
          {index > 0 && <br />}
          <bdi>{firstName}</bdi>, {wording.month(bornIn)}
        </>
      )),
  },
  { label: wording.t('registration.list.adults'), numeric: true, cell: ({ party }) => party.adults },
  {
    label: wording.t('registration.list.reach'),
    cell: ({ id, household: { contact } }) => (
      <>
        <Reach contact={contact} wording={wording} />
        <Careful contact={contact} wording={wording} />
        <br />
        <a href={outreachPaths.deliveries(wording.language, id)}>{wording.t('registration.list.told')}</a>
      </>
    ),
  },
]

const toKnowColumn = (wording: Wording): Column<ListLine> => ({
  label: wording.t('registration.list.toKnow'),
  cell: ({ toKnow }) => toKnow && <ToKnowInWords toKnow={toKnow} wording={wording} />,
})

const bringsColumn = ({ t }: Wording): Column<ListLine> => ({
  label: t('registration.list.brings'),
  cell: ({ brings }) =>
    brings.map((name, index) => (
      <>
        {index > 0 && <br />}
        <bdi>{name}</bdi>
      </>
    )),
})

const tones: Partial<Record<ListLine['state'], Tone>> = { confirmed: 'success', offered: 'warning' }

const Name = ({ line, wording: { t } }: { line: ListLine; wording: Wording }) => (
  <>
    <bdi>{line.household.called}</bdi>{' '}
    {line.state === 'offered' && <Tag label={t('registration.list.offered')} tone={tones[line.state]} />}
    {line.chosenBecause && (
      <>
        <br />
        <small>
          {t('registration.list.chosen')} <bdi>{line.chosenBecause}</bdi>
        </small>
      </>
    )}
    {line.household.isLocked && <Tag tone="warning" label={t('registration.list.locked')} />}
    {line.isExcused && <Tag label={t('registration.list.excused')} />}
    {line.repeatsId && <Tag icon="warning" tone="warning" label={t('registration.list.perhapsTwice')} />}
  </>
)

const Reach = ({
  contact,
  wording: { t },
}: {
  contact: ListLine['household']['contact']
  wording: Wording
}) => {
  switch (contact.kind) {
    case 'email':
      return <a href={`mailto:${contact.email}`}>{contact.email}</a>
    case 'phone':
      return (
        <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`} dir="ltr">
          {contact.phone}
        </a>
      )
    case 'none':
      return <>{t('registration.list.onPaper')}</>
  }
}

/** Why it has no offer, and what it said of itself. */
const WhyWaits = ({
  line: { waits, comesAs },
  wording: { t, list },
}: {
  line: ListLine
  wording: Wording
}) => (
  <>
    {comesAs && <Tag label={t(`registration.list.comesAs.${comesAs}`)} />}{' '}
    {waits &&
      t(`registration.list.waits.${waits.why}`, {
        what: 'missing' in waits ? list(waits.missing.map(unit => t(`registration.unit.${unit}`))) : '',
      })}
  </>
)

/** What whoever calls must heed: say nothing to others, and call only then. */
const Careful = ({
  contact: { neutral, hours },
  wording: { t },
}: {
  contact: ListLine['household']['contact']
  wording: Wording
}) => (
  <>
    {neutral && (
      <>
        <br />
        <Tag icon="warning" tone="warning" label={t('registration.safe.careful')} />
      </>
    )}
    {hours && (
      <>
        <br />
        {t('registration.safe.onlyAt', hours)}
      </>
    )}
  </>
)

const actionsColumn = (wording: Wording, list?: RegistrationList): Column<ListLine> => ({
  label: wording.t('registration.list.do'),
  cell: line => (
    <Actions line={line} wording={wording} excusedFrom={list?.mayExcuse ? list.sessionId : null} />
  ),
})

const Actions = ({
  line,
  wording,
  excusedFrom,
}: {
  line: ListLine
  wording: Wording
  /** The date of a course from which somebody who calls can be excused. */
  excusedFrom: string | null
}) => {
  const { t, language } = wording
  const act = (verb: string) => paths.act(language, line.id, verb)
  return (
    <div class="cluster">
      {line.waits && <GivePlace waits={line.waits} {...{ line, wording }} />}
      {line.repeatsId && (
        <>
          <ConfirmButton small action={act('same-child')}>
            {t('registration.list.sameChild')}
            <ForFamily line={line} />
          </ConfirmButton>
          <ConfirmButton small kind="quiet" action={act('other-child')}>
            {t('registration.list.otherChild')}
            <ForFamily line={line} />
          </ConfirmButton>
        </>
      )}
      {excusedFrom && line.state === 'confirmed' && (
        <ConfirmButton
          small
          kind="quiet"
          action={act('excuse')}
          fields={{ session: excusedFrom, comes: line.isExcused ? 'yes' : 'no' }}
        >
          {t(line.isExcused ? 'registration.list.comesAfterAll' : 'registration.list.excuse')}
          <ForFamily line={line} />
        </ConfirmButton>
      )}
      <ConfirmButton small kind="quiet" action={act('cancel')}>
        {t('registration.list.cancel')}
        <ForFamily line={line} />
      </ConfirmButton>
      <Lock line={line} wording={wording} />
    </div>
  )
}

/** A ban on contact is rare and grave: it says what it does before it is pressed. */
const Lock = ({ line, wording: { t, language } }: { line: ListLine; wording: Wording }) =>
  line.household.isLocked ? (
    <ConfirmButton small action={paths.act(language, line.id, 'unlock')}>
      {t('registration.list.unlock')}
    </ConfirmButton>
  ) : (
    <details>
      <summary>
        {t('registration.list.lock')}
        <ForFamily line={line} />
      </summary>
      <p>{t('registration.list.lockMeans')}</p>
      <ConfirmButton small kind="danger" action={paths.act(language, line.id, 'lock')}>
        {t('registration.list.lockNow')}
      </ConfirmButton>
    </details>
  )

/** Yes to a family that asked; a place for whoever is next; and for another one with the reason why. */
const GivePlace = ({
  waits: { why },
  line,
  wording: { t, language },
}: {
  waits: NonNullable<ListLine['waits']>
  line: ListLine
  wording: Wording
}) => {
  const act = (verb: string) => paths.act(language, line.id, verb)
  if (why === 'after-approval')
    return (
      <ConfirmButton small action={act('approve')}>
        {t('registration.list.approve')}
        <ForFamily line={line} />
      </ConfirmButton>
    )
  if (why === 'by-hand' || why === 'next')
    return (
      <ConfirmButton small action={act('offer')}>
        {t('registration.list.offer')}
        <ForFamily line={line} />
      </ConfirmButton>
    )
  if (why !== 'behind-larger' && why !== 'behind-others') return null
  return (
    <details>
      <summary>
        {t('registration.list.offer')}
        <ForFamily line={line} />
      </summary>
      <Form action={act('offer')}>
        <TextField
          name="because"
          id={`because-${line.id}`}
          label={t('registration.list.because')}
          hint={t('registration.list.becauseHint')}
          maxlength={200}
        />
        <Button small>{t('registration.list.offer')}</Button>
      </Form>
    </details>
  )
}

/** The same word stands in every line, so a screen reader hears whom it is about. */
const ForFamily = ({ line }: { line: ListLine }) => (
  <span class="kern-sr-only">
    : <bdi>{line.household.called}</bdi>
  </span>
)

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
    <LinkButton kind="primary" icon="plus" href={`${paths.list(language, list.intake.id)}/add`}>
      {t('registration.list.add')}
    </LinkButton>
  </>
)
