import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { QuestionTopic } from '../../questions/index.ts'
import type { FreeSlot } from '../consultation.ts'

type Reading = Pick<Context, 'db'> & { city: Pick<Context['city'], 'id'> }
type Between = { centreId: string; from: Temporal.Instant; until: Temporal.Instant }

/** Free times of a centre that begin after one moment and before another, as everybody may see them. */
export const listFree = async ({ db, city }: Reading, { centreId, from, until }: Between) => {
  const rows = await db
    .selectFrom('published.freeConsultations')
    .select(['id', 'startsAt', 'endsAt', 'counsellor', 'topic', 'languages', 'way', 'place'])
    .where('cityId', '=', city.id)
    .where('centreId', '=', centreId)
    .where('startsAt', '>', from)
    .where('startsAt', '<', until)
    .orderBy('startsAt')
    .orderBy('topic')
    .orderBy('counsellor')
    .execute()
  return rows as FreeSlot[]
}

/** When the last free time of a centre begins; undefined without any. */
export const findLastFree = async ({ db, city }: Context, { centreId, from, until }: Between) => {
  const last = await db
    .selectFrom('published.freeConsultations')
    .select('startsAt')
    .where('cityId', '=', city.id)
    .where('centreId', '=', centreId)
    .where('startsAt', '>', from)
    .where('startsAt', '<', until)
    .orderBy('startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.startsAt ?? undefined
}

/** At which centres a time is free between two moments. */
export const findCentresWithFree = async (
  { db, city }: Context,
  { from, until }: Omit<Between, 'centreId'>,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('published.freeConsultations')
    .select('centreId')
    .distinct()
    .where('cityId', '=', city.id)
    .where('startsAt', '>', from)
    .where('startsAt', '<', until)
    .execute()
  return rows.flatMap(({ centreId }) => centreId ?? [])
}

type Time = { centreId: string; startsAt: Temporal.Instant; topic: QuestionTopic }
type LockedSlot = { id: string; counsellor: string; languages: FreeSlot['languages'] }

/**
 * The free slots of one time, kept locked until the end: who asks meanwhile waits, and then sees those that are
 * left. Always in the same order, so that nobody waits in a circle.
 */
export const lockFree = async (tx: Tx, cityId: string, { centreId, startsAt, topic }: Time) => {
  const rows = await tx
    .selectFrom('consultationSlots')
    .innerJoin('consultationHours', join =>
      join
        .onRef('consultationHours.cityId', '=', 'consultationSlots.cityId')
        .onRef('consultationHours.id', '=', 'consultationSlots.hourId'),
    )
    .select(['consultationSlots.id', 'consultationSlots.counsellor', 'consultationHours.languages'])
    .where('consultationSlots.cityId', '=', cityId)
    .where('consultationSlots.centreId', '=', centreId)
    .where('consultationSlots.startsAt', '=', startsAt)
    .where('consultationSlots.topic', '=', topic)
    .where('isTaken', '=', false)
    .where('consultationSlots.withdrawnAt', 'is', null)
    .orderBy('consultationSlots.id')
    .forUpdate('consultationSlots')
    .execute()
  return rows as LockedSlot[]
}
