import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { OfferDetails, SeriesFacts } from '../entry.ts'
import type { Ease } from '../vocabulary.ts'
import { intakeOf, offerOf } from './entry-rows.ts'
import { findWayToPartner } from './ways-to-partners.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** A published offer with all its words, its centre, the provider that answers for it, and its course intake. */
export const findOffer = async (
  { db, city, language }: Reading,
  slug: string,
): Promise<OfferDetails | undefined> => {
  const row = await db
    .selectFrom('published.offers as o')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'o.cityId').onRef('c.id', '=', 'o.centreId'),
    )
    .innerJoin('published.providers as p', join =>
      join.onRef('p.cityId', '=', 'o.cityId').onRef('p.id', '=', 'o.providerId'),
    )
    .innerJoin('published.offerTexts as t', join =>
      join.onRef('t.cityId', '=', 'o.cityId').onRef('t.offerId', '=', 'o.id'),
    )
    .leftJoin('published.centreTexts as w', join =>
      join
        .onRef('w.cityId', '=', 'o.cityId')
        .onRef('w.centreId', '=', 'o.centreId')
        .on('w.directions', '<>', ''),
    )
    .leftJoin('published.reducedPrices as r', join =>
      join.onRef('r.cityId', '=', 'o.cityId').onRef('r.offerId', '=', 'o.id'),
    )
    .leftJoin('published.offersWithoutParents as alone', join =>
      join.onRef('alone.cityId', '=', 'o.cityId').onRef('alone.offerId', '=', 'o.id'),
    )
    .innerJoin('published.offerEases as ease', join =>
      join.onRef('ease.cityId', '=', 'o.cityId').onRef('ease.offerId', '=', 'o.id'),
    )
    .leftJoin('published.stepsOfRooms as room', join =>
      join
        .onRef('room.cityId', '=', 'o.cityId')
        .onRef('room.centreId', '=', 'o.centreId')
        .on('room.place', '=', sql<string>`lower(o.place)`),
    )
    .leftJoin('published.placeRules as rules', join =>
      join.onRef('rules.cityId', '=', 'o.cityId').onRef('rules.offerId', '=', 'o.id'),
    )
    .leftJoin('published.closedGroups as closed', join =>
      join.onRef('closed.cityId', '=', 'o.cityId').onRef('closed.offerId', '=', 'o.id'),
    )
    .leftJoin('published.offerRecordings as spoken', join =>
      join
        .onRef('spoken.cityId', '=', 'o.cityId')
        .onRef('spoken.offerId', '=', 'o.id')
        .onRef('spoken.language', '=', 't.language'),
    )
    .leftJoin('published.intakes as i', join =>
      join.onRef('i.cityId', '=', 'o.cityId').onRef('i.offerId', '=', 'o.id').on('i.sessionId', 'is', null),
    )
    .select([
      'o.id as offerId',
      'o.slug',
      'o.kind',
      'o.format',
      'o.way',
      'o.topics',
      'o.languages',
      'o.audience',
    ])
    .select(['o.ageFrom', 'o.ageUntil', 'o.isFromPregnancy', 'o.priceCents', 'o.pricePer'])
    .select(sql<boolean>`coalesce(room.is_step_free, o.is_step_free)`.as('isStepFree'))
    .select(sql<Ease[]>`ease.eases`.as('eases'))
    .select(['o.place', 'o.registration', 'o.leader', 'o.centreId'])
    .select(['t.title', 't.summary', 't.body', 't.language as titleLanguage', 't.state as textState'])
    .select(sql<boolean>`t.source_version < o.text_version`.as('isTextOutdated'))
    .select(['c.slug as centreSlug', 'c.name as centreName', 'c.street as centreStreet'])
    .select(['c.town', 'c.postalCode', 'c.phone'])
    .select(['r.cents as reducedCents', 'alone.offerId as alone'])
    .select(
      sql<boolean>`exists (select from published.offers_elsewhere e
        where e.city_id = o.city_id and e.offer_id = o.id)`.as('isElsewhere'),
    )
    .select(sql<boolean>`closed.offer_id is not null`.as('isClosedGroup'))
    .select(['rules.priority', 'rules.giving', 'rules.waitingRule'])
    .select(['spoken.mark as recordingMark', 'spoken.isUpToDate as isRecordingUpToDate'])
    .select(['w.directions', 'w.language as directionsLanguage'])
    .select(['c.latitude', 'c.longitude', 'p.slug as providerSlug', 'p.name as providerName', 'p.law'])
    .select([
      'i.id as intakeId',
      'i.opensAt',
      'i.closesAt',
      'i.isStopped',
      'i.freePlaces',
      'i.freeBabyPlaces',
    ])
    .where('o.cityId', '=', city.id)
    .where('o.slug', '=', slug)
    .orderBy(sql`t.language = ${language} desc, t.language = o.source_language desc, t.language`)
    .orderBy(sql`w.language = ${language} desc, w.language = o.source_language desc, w.language`)
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined

  const { town, postalCode, phone, latitude, longitude, body, leader, reducedCents } = row
  const { priority, giving, waitingRule } = row
  return {
    id: row.offerId,
    offer: { ...offerOf(row), intake: intakeOf(row, city.timeZone) },
    ...{ body, leader, reducedCents, contact: { town, postalCode, phone, latitude, longitude } },
    arrival: row.directions ? { text: row.directions, language: row.directionsLanguage ?? language } : null,
    recording: row.recordingMark
      ? { mark: row.recordingMark, isUpToDate: row.isRecordingUpToDate === true }
      : null,
    wayToPartner: row.isElsewhere ? await findWayToPartner({ db, city, language }, row) : null,
    ...{ isWithoutParents: row.alone !== null, isElsewhere: row.isElsewhere },
    placeRules: priority && giving && waitingRule ? { priority, giving, waitingRule } : null,
    ...{ textState: row.textState, isTextOutdated: row.isTextOutdated },
    provider: { slug: row.providerSlug, name: row.providerName, law: row.law },
  }
}

/** The slots in which an offer repeats and that are not over. */
export const findSeriesOf = (
  { db, city }: Reading,
  slug: string,
  today: Temporal.PlainDate,
): Promise<SeriesFacts[]> =>
  db
    .selectFrom('published.series as s')
    .innerJoin('published.offers as o', join =>
      join.onRef('o.cityId', '=', 's.cityId').onRef('o.id', '=', 's.offerId'),
    )
    .select([
      's.rule',
      's.weekday',
      's.nth',
      's.starts',
      's.ends',
      's.units',
      's.skipsSchoolHolidays',
      's.dates',
    ])
    .where('s.cityId', '=', city.id)
    .where('o.slug', '=', slug)
    .where(where => where.or([where('s.lastOn', 'is', null), where('s.lastOn', '>=', today)]))
    .orderBy('s.weekday')
    .orderBy('s.starts')
    .execute()
