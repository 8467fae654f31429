import {
  Button,
  Card,
  ConfirmButton,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  Notice,
  Stack,
} from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { PhoneLink, type Reach } from '../../reach/index.ts'
import { InOwnWords, type Shown, UnderstandButton } from '../../understanding/index.ts'
import type { Interest, Note } from '../note.ts'
import { paths } from '../paths.ts'
import { inLanguage, NoteWords } from './note-card.tsx'
import { NoteFields } from './note-fields.tsx'
import { faultsOf, type Said, type Typed } from './said.ts'

type Props = {
  note: Note
  interests: readonly Interest[]
  values: Typed
  errors: Said
  isPassedOn: boolean
  inOwnWords: Shown
  wording: Wording
}

/** One note for the team: read, mended and approved, or with everybody who is interested, until it is taken down. */
export const NotePage = ({ note, interests, values, errors, isPassedOn, inOwnWords, wording }: Props) => {
  const { t, language, moment, day } = wording
  return (
    <Stack gap="large">
      {isPassedOn && <Notice tone="success" title={t('neighbours.news.passed-on')} announce />}
      {inOwnWords.said ? (
        <InOwnWords said={inOwnWords.said} wording={wording} />
      ) : (
        inOwnWords.mayAsk &&
        (note.language !== language || interests.length > 0) && (
          <UnderstandButton action={paths.understand(language, note.id)} wording={wording} />
        )
      )}
      {note.approvedAt ? (
        <Card title={<span {...inLanguage(note.language)}>{note.title}</span>}>
          <NoteWords {...{ note, wording }} />
        </Card>
      ) : (
        <>
          <p>{t('neighbours.approve.lead')}</p>
          <ErrorSummary title={t('neighbours.send.mend')} faults={faultsOf(errors)} />
          <Form action={paths.note(language, note.id)}>
            <NoteFields {...{ values, errors, wording }} />
            <Button kind="primary">{t('neighbours.approve.send')}</Button>
          </Form>
        </>
      )}
      <Card title={t('neighbours.list.sender')} tint>
        <DescriptionList
          items={[
            ...reachedBy(note.reach, wording),
            { term: t('neighbours.list.sent'), icon: 'clock', value: moment(note.sentAt) },
            { term: t('neighbours.list.deleted'), icon: 'calendar', value: day(note.deleteOn) },
          ]}
        />
      </Card>
      {interests.map(interest => (
        <InterestCard {...{ interest, wording }} />
      ))}
      <ConfirmButton kind="danger" action={paths.takeDown(language, note.id)}>
        {t('neighbours.list.takeDown')}
      </ConfirmButton>
    </Stack>
  )
}

const InterestCard = ({ interest, wording }: { interest: Interest; wording: Wording }) => {
  const { t, language, moment } = wording
  const { id, words, reach, sentAt, passedOnAt } = interest
  return (
    <Card title={t('neighbours.list.interested')}>
      <Stack>
        <blockquote dir="auto" class="as-written">
          {words}
        </blockquote>
        <DescriptionList
          items={[
            ...reachedBy(reach, wording),
            {
              term: t('neighbours.list.pageLanguage'),
              icon: 'language',
              value: nameOfLanguage(interest.language, language),
            },
            { term: t('neighbours.list.sent'), icon: 'clock', value: moment(sentAt) },
          ]}
        />
        {passedOnAt ? (
          <p>{t('neighbours.list.passedOn', { when: moment(passedOnAt) })}</p>
        ) : (
          <ConfirmButton icon="check" action={paths.passOn(language, id)}>
            {t('neighbours.list.passOn')}
          </ConfirmButton>
        )}
      </Stack>
    </Card>
  )
}

const reachedBy = (reach: Reach, { t }: Wording): Description[] => [
  {
    ...{ term: t('neighbours.list.reachBy'), icon: 'info' },
    value: reach.reachBy === 'visit' ? t('neighbours.list.comesBy') : t(`reach.way.${reach.reachBy}`),
  },
  ...('phone' in reach
    ? [{ term: t('reach.field.phone'), icon: 'phone' as const, value: <PhoneLink {...reach} /> }]
    : []),
  ...('email' in reach
    ? [
        {
          ...{ term: t('reach.field.email'), icon: 'mail' as const },
          value: (
            <a href={`mailto:${reach.email}`} dir="ltr">
              {reach.email}
            </a>
          ),
        },
      ]
    : []),
]
