import {
  Button,
  type Column,
  ConfirmButton,
  Form,
  LinkButton,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ListLine, RegistrationList } from '../list-registrations.ts'
import { paths } from '../paths.ts'

export const actionsColumn = (wording: Wording, list?: RegistrationList): Column<ListLine> => ({
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
      {line.state === 'offered' && !line.household.isLocked && <Answer {...{ line, wording }} />}
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
          fields={{ session: excusedFrom, comes: line.excuse ? 'yes' : 'no' }}
        >
          {t(line.excuse ? 'registration.list.comesAfterAll' : 'registration.list.excuse')}
          <ForFamily line={line} />
        </ConfirmButton>
      )}
      {line.household.contact.kind !== 'email' && !line.household.isLocked && (
        <ConfirmButton small kind="quiet" icon="print" action={act('slip.pdf')}>
          {t('registration.list.slip')}
          <ForFamily line={line} />
        </ConfirmButton>
      )}
      {!line.household.isLocked && line.party.children.length > 0 && (
        <LinkButton small kind="quiet" href={act('guardians')}>
          {t('registration.guardians.title')}
          <ForFamily line={line} />
        </LinkButton>
      )}
      <ConfirmButton small kind="quiet" action={act('cancel')}>
        {t('registration.list.cancel')}
        <ForFamily line={line} />
      </ConfirmButton>
      <Lock line={line} wording={wording} />
    </div>
  )
}

/** What a family said to an offered place, when it called or came by. */
const Answer = ({ line, wording: { t, language } }: { line: ListLine; wording: Wording }) =>
  (['accept', 'decline'] as const).map(answer => (
    <ConfirmButton
      small
      kind={answer === 'accept' ? 'secondary' : 'quiet'}
      action={paths.act(language, line.id, 'answer')}
      fields={{ answer }}
    >
      {t(`registration.list.${answer}s`)}
      <ForFamily line={line} />
    </ConfirmButton>
  ))

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
