import type { Tx } from '../../../platform/database/connect.ts'

export const findJoiningRules = (tx: Tx, cityId: string, offerIds: string[]) =>
  tx
    .selectFrom('offers')
    .select(['id', 'centreId', 'places', 'babyPlaces', 'opensDaysBefore', 'closesHoursBefore', 'closesOn'])
    .select(['registration', 'counts'])
    .where('cityId', '=', cityId)
    .where('id', '=', eb => eb.fn.any(eb.val(offerIds)))
    .execute()

/** All sessions of the offers that take place, in order. */
export const findSessionsOf = (tx: Tx, cityId: string, offerIds: string[]) =>
  tx
    .selectFrom('sessions')
    .select(['id', 'offerId', 'heldOn', 'startsAt', 'ownPlaces'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', eb => eb.fn.any(eb.val(offerIds)))
    .where('state', '=', 'planned')
    .orderBy('startsAt')
    .execute()

/** The series of the offers, in the order in which they begin: ids of one moment have none. */
export const findSeriesOf = (tx: Tx, cityId: string, offerIds: string[]) =>
  tx
    .selectFrom('series')
    .select(['id', 'offerId', 'rule', 'weekday', 'nth', 'starts', 'ends', 'firstOn', 'lastOn', 'units'])
    .select([
      'skipsSchoolHolidays',
      'skipsPublicHolidays',
      'skipsClosingDays',
      'partnerId',
      'exceptOn',
      'dates',
    ])
    .where('cityId', '=', cityId)
    .where('offerId', '=', eb => eb.fn.any(eb.val(offerIds)))
    .orderBy('firstOn')
    .orderBy('weekday')
    .orderBy('starts')
    .orderBy('id')
    .execute()
