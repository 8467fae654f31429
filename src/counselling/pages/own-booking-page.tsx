import {
  ConfirmButton,
  type Description,
  DescriptionList,
  LinkButton,
  Notice,
  PhoneButton,
  Stack,
} from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { showsLink } from '../consultation.ts'
import { paths } from '../paths.ts'
import type { OwnBooking } from '../store/bookings.ts'
import { codeWordIn, codeWordInGerman, hoursIn, InOneLine, placeInWords } from './words.tsx'

type Props = {
  booking: OwnBooking
  centre: { slug: string; name: string; phone: string; street: string } | undefined
  code: string
  /** Undefined for whoever came by the code. */
  link: string | undefined
  now: Temporal.Instant
  timeZone: string
  wording: Wording
}

/** The own time, with the code word to say at the door and the way to give it back. */
export const OwnBookingPage = ({ booking, centre, code, link, now, timeZone, wording }: Props) => {
  const { t, language, day } = wording
  const { codeWord, startsAt, withdrawnAt } = booking
  const isOver = Temporal.Instant.compare(startsAt, now) <= 0
  return (
    <Stack>
      <h1>{t(headingOf(booking, isOver))}</h1>
      {withdrawnAt && (
        <Notice tone="danger" title={t('counselling.own.off')}>
          {centre && (
            <LinkButton href={paths.times(language, centre.slug)}>
              {t('counselling.book.otherTime')}
            </LinkButton>
          )}
        </Notice>
      )}
      {!withdrawnAt && (
        <Stack gap="small">
          <h2>{t('counselling.own.codeWord')}</h2>
          <p class="big-code">{codeWordIn(codeWord, wording)}</p>
          {language !== 'de' && <p lang="de">{codeWordInGerman(codeWord)}</p>}
          <p>{t(`counselling.own.next.${nextFor(booking)}`)}</p>
        </Stack>
      )}
      <DescriptionList items={factsOf({ booking, centre, timeZone, now, wording })} />
      <h2>{t('counselling.own.code')}</h2>
      <p>
        <b dir="ltr">{code}</b>
      </p>
      <p>{t('counselling.own.codeUse')}</p>
      <p class="muted">{t('counselling.own.deleted', { day: day(booking.deleteOn) })}</p>
      {!isOver && (
        <details>
          <summary>{t('counselling.own.giveBack')}</summary>
          <ConfirmButton
            kind="danger"
            action={link ? paths.giveBack(language, link) : paths.giveBackByCode(language)}
            fields={link ? {} : { code }}
          >
            {t('counselling.own.giveBackSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}

const headingOf = ({ withdrawnAt }: OwnBooking, isOver: boolean) => {
  if (withdrawnAt) return 'counselling.own.withdrawn'
  return isOver ? 'counselling.own.over' : 'counselling.own.title'
}

/** What she does when it is time. */
const nextFor = ({ way, phone }: OwnBooking) => {
  if (way === 'phone') return phone === '' ? 'call' : 'called'
  return way === 'online' ? 'online' : 'visit'
}

const factsOf = ({ booking, centre, timeZone, now, wording }: Omit<Props, 'code' | 'link'>) => {
  const { t, language, day, joined } = wording
  const { startsAt, counsellor, topic, meetingLink } = booking
  const heldOn = startsAt.toZonedDateTimeISO(timeZone).toPlainDate()
  const facts: (Description | false | undefined | '')[] = [
    {
      ...{ term: t('counselling.facts.when'), icon: 'clock' },
      value: joined([day(heldOn), hoursIn(booking, timeZone, wording)]),
    },
    {
      ...{ term: t('counselling.facts.where'), icon: 'place' },
      value: <InOneLine facts={[centre?.name, centre?.street, ...placeInWords(booking, wording)]} />,
    },
    { term: t('counselling.facts.counsellor'), icon: 'people', value: <bdi>{counsellor}</bdi> },
    { term: t('counselling.facts.topic'), icon: 'advice', value: t(`questions.topic.${topic}`) },
    {
      ...{ term: t('counselling.facts.language'), icon: 'language' },
      value: nameOfLanguage(booking.language, language),
    },
    meetingLink !== '' &&
      showsLink(booking, now) && {
        ...{ term: t('counselling.facts.link'), icon: 'online' as const },
        value: (
          <a href={meetingLink} rel="noreferrer" dir="ltr">
            {meetingLink}
          </a>
        ),
      },
    centre &&
      centre.phone !== '' && {
        ...{ term: t('counselling.facts.phone'), icon: 'phone' as const },
        value: <PhoneButton number={centre.phone} />,
      },
  ]
  return facts.filter(fact => typeof fact === 'object')
}
