import { paths as outreachPaths } from '../../outreach/index.ts'
import { type Column, Tag, type Tone } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { ToKnowInWords } from '../consents/pages/to-know.tsx'
import type { ListLine } from '../list-registrations.ts'
import type { Excuse } from '../store/excused.ts'

export const peopleColumns = (wording: Wording): Column<ListLine>[] => [
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
    cell: ({ id, household: { contact, isNumberConfirmed } }) => (
      <>
        <Reach {...{ contact, isNumberConfirmed, wording }} />
        <Careful contact={contact} wording={wording} />
        <br />
        <a href={outreachPaths.deliveries(wording.language, id)}>{wording.t('registration.list.told')}</a>
      </>
    ),
  },
]

export const toKnowColumn = (wording: Wording): Column<ListLine> => ({
  label: wording.t('registration.list.toKnow'),
  cell: ({ toKnow }) => toKnow && <ToKnowInWords toKnow={toKnow} wording={wording} />,
})

export const bringsColumn = ({ t }: Wording): Column<ListLine> => ({
  label: t('registration.list.brings'),
  cell: ({ brings }) =>
    brings.map((name, index) => (
      <>
        {index > 0 && <br />}
        <bdi>{name}</bdi>
      </>
    )),
})

/** The name of a line, for an address that leads to it. */
export const lineOf = (registrationId: string) => `line-${registrationId}`

const tones: Partial<Record<ListLine['state'], Tone>> = { confirmed: 'success', offered: 'warning' }

const Name = ({ line, wording: { t } }: { line: ListLine; wording: Wording }) => (
  <>
    <bdi id={lineOf(line.id)}>{line.household.called}</bdi>{' '}
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
    {line.excuse && <Tag label={excuseInWords(line.excuse, t)} />}
    {line.repeatsId && <Tag icon="warning" tone="warning" label={t('registration.list.perhapsTwice')} />}
  </>
)

/** The family itself and staff need no mention; another guardian does, because the family may know nothing of it. */
const excuseInWords = ({ by, guardian }: Excuse, t: Wording['t']) => {
  if (by !== 'guardian') return t('registration.list.excused')
  return guardian
    ? t('registration.list.excusedBy', { name: guardian })
    : t('registration.list.excusedByGuardian')
}

/** Where it is written to or called; a number that nobody has confirmed gets no SMS. */
const Reach = ({
  contact,
  isNumberConfirmed,
  wording: { t },
}: Pick<ListLine['household'], 'contact'> & { isNumberConfirmed: true | undefined; wording: Wording }) => {
  switch (contact.kind) {
    case 'email':
      return <a href={`mailto:${contact.email}`}>{contact.email}</a>
    case 'phone':
      return (
        <>
          <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`} dir="ltr">
            {contact.phone}
          </a>{' '}
          ({t(`outreach.mailbox.channel.${isNumberConfirmed ? 'sms' : 'phone'}`)})
        </>
      )
    case 'none':
      return <>{t('registration.list.onPaper')}</>
  }
}

/** Why it has no offer, and what it said of itself. */
export const WhyWaits = ({
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
