import type { LedCentre } from '../../centres/index.ts'
import { paths as invitationPaths } from '../../invitations/index.ts'
import { staffPaths } from '../../planning/index.ts'
import {
  Board,
  Button,
  Card,
  Chips,
  Form,
  LinkButton,
  RadioGroup,
  SelectField,
  Stack,
} from '../../platform/design/index.ts'
import { type Language, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../../programme/index.ts'
import { nameOf, type Room } from '../../rooms/index.ts'
import { papers } from './week-sheet.ts'

type Props = {
  centre: LedCentre
  centres: readonly LedCentre[]
  /** The Monday of the week that is printed unless another is chosen. */
  monday: Temporal.PlainDate
  /** What takes place here soon, each with its next date. */
  offers: readonly Entry[]
  /** The season of today and the next one. */
  seasons: { last: Season; next: Season }
  rooms: readonly Room[]
  /** The centre gives out invitations, which are made and printed on a page of their own. */
  invites: boolean
  today: Temporal.PlainDate
  languages: readonly Language[]
  wording: Wording
}

type Season = { firstOn: Temporal.PlainDate; lastOn: Temporal.PlainDate }

const weeksAhead = 8

/** Everything that a centre prints, each with its few choices and one button that opens the sheet. */
export const PrintPage = (props: Props) => {
  const { centre, centres, wording } = props
  return (
    <Stack>
      <p>{wording.t('print.lead')}</p>
      {centres.length > 1 && (
        <Chips
          label={wording.t('print.centre')}
          chips={centres.map(each => ({
            label: each.name,
            href: staffPaths.print(wording.language, each.slug),
            current: each.slug === centre.slug,
          }))}
        />
      )}
      <Board>
        <WeekForm {...props} />
        <OfferForm {...props} />
        <CardForm {...props} />
        <BookletForm {...props} />
        {props.rooms.length > 0 && <DoorForm {...props} />}
        {props.invites && (
          <Card title={wording.t('invitations.title')}>
            <p>{wording.t('invitations.lead')}</p>
            <LinkButton href={invitationPaths.list(wording.language, { centre: centre.slug })}>
              {wording.t('invitations.make.title')}
            </LinkButton>
          </Card>
        )}
      </Board>
    </Stack>
  )
}

const WeekForm = ({ centre, monday, languages, wording }: Props) => {
  const { t } = wording
  const weeks = Array.from({ length: weeksAhead }, (_, index) => monday.add({ weeks: index }))
  return (
    <Card title={t('print.week.title')}>
      <p>{t('print.week.lead')}</p>
      <Form
        action={staffPaths.print(wording.language)}
        method="get"
        carry={{ sheet: 'week', centre: centre.slug }}
      >
        <SelectField
          name="from"
          label={t('print.week.which')}
          options={weeks.map(from => ({
            value: from.toString(),
            label: t('print.week.of', {
              from: wording.dayAndMonth(from),
              until: wording.dayAndMonth(from.add({ days: 6 })),
            }),
          }))}
        />
        <RadioGroup
          name="paper"
          label={t('print.paper')}
          value="a4"
          options={papers.map(paper => ({ value: paper, label: t(`print.papers.${paper}`) }))}
        />
        <LanguageField id="week-language" {...{ languages, wording }} />
        <Button icon="print">{t('print.open')}</Button>
      </Form>
    </Card>
  )
}

const BookletForm = ({ centre, seasons, languages, wording }: Props) => {
  const { t } = wording
  return (
    <Card title={t('print.booklet.title')}>
      <p>{t('print.booklet.lead')}</p>
      <Form
        action={staffPaths.print(wording.language)}
        method="get"
        carry={{ sheet: 'booklet', centre: centre.slug }}
      >
        <SelectField
          id="season"
          name="from"
          label={t('print.booklet.which')}
          options={[seasons.last, seasons.next].map(({ firstOn, lastOn }) => ({
            value: firstOn.toString(),
            label: t('print.booklet.span', { from: wording.month(firstOn), until: wording.month(lastOn) }),
          }))}
        />
        <LanguageField id="booklet-language" {...{ languages, wording }} />
        <Button icon="print">{t('print.open')}</Button>
      </Form>
    </Card>
  )
}

const DoorForm = ({ rooms, today, languages, wording }: Props) => {
  const { t, language } = wording
  const days = Array.from({ length: 7 }, (_, index) => today.add({ days: index }))
  return (
    <Card title={t('print.door.title')}>
      <p>{t('print.door.lead')}</p>
      <Form action={staffPaths.print(language)} method="get" carry={{ sheet: 'door' }}>
        <SelectField
          name="room"
          label={t('print.door.which')}
          options={rooms.map(({ id, texts }) => ({ value: id, label: nameOf(texts, language) }))}
        />
        <SelectField
          name="day"
          label={t('print.door.day')}
          options={days.map(day => ({ value: day.toString(), label: wording.day(day) }))}
        />
        <LanguageField id="door-language" {...{ languages, wording }} />
        <Button icon="print">{t('print.open')}</Button>
      </Form>
    </Card>
  )
}

const CardForm = ({ centre, offers, languages, wording }: Props) => {
  const { t } = wording
  return (
    <Card title={t('print.card.title')}>
      <p>{t('print.card.lead')}</p>
      <Form
        action={staffPaths.print(wording.language)}
        method="get"
        carry={{ sheet: 'card', centre: centre.slug }}
      >
        <OfferField id="card-offer" {...{ offers, wording }} empty={t('print.card.wholeWeek')} />
        <LanguageField id="card-language" {...{ languages, wording }} />
        <Button icon="download">{t('print.card.open')}</Button>
      </Form>
    </Card>
  )
}

const OfferForm = ({ offers, languages, wording }: Props) => {
  const { t } = wording
  return (
    <Card title={t('print.poster.title')}>
      {offers.length === 0 ? (
        <p>{t('print.poster.none')}</p>
      ) : (
        <>
          <p>{t('print.poster.lead')}</p>
          <Form action={staffPaths.print(wording.language)} method="get" carry={{ sheet: 'poster' }}>
            <OfferField id="offer" {...{ offers, wording }} />
            <LanguageField id="offer-language" {...{ languages, wording }} />
            <Button icon="print">{t('print.open')}</Button>
          </Form>
        </>
      )}
    </Card>
  )
}

type OfferFieldProps = Pick<Props, 'offers' | 'wording'> & { id: string; empty?: string }

const OfferField = ({ id, offers, wording, empty }: OfferFieldProps) => (
  <SelectField
    id={id}
    name="offer"
    label={wording.t('print.poster.which')}
    empty={empty}
    options={offers.map(({ slug, title }) => ({
      value: slug,
      label: title.text,
      ...(title.language !== wording.language && { lang: title.language }),
    }))}
  />
)

const LanguageField = ({ id, languages, wording }: Pick<Props, 'languages' | 'wording'> & { id: string }) => (
  <SelectField
    id={id}
    name="language"
    label={wording.t('print.language')}
    value={wording.language}
    options={languages.map(code => ({ value: code, label: nameOfLanguage(code), lang: code }))}
  />
)
