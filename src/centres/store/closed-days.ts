import type { Context } from '../../identity/index.ts'

/** Days on which a centre is closed, the next ones first. */
export type ClosedDays = Awaited<ReturnType<typeof findClosedDays>>[number]

export const findClosedDays = (
  { db, city }: Pick<Context, 'db' | 'city'>,
  slug: string,
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
) =>
  db
    .selectFrom('published.closingDays as d')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'd.cityId').onRef('c.id', '=', 'd.centreId'),
    )
    .select(['d.firstOn', 'd.lastOn', 'd.reason'])
    .where('c.cityId', '=', city.id)
    .where('c.slug', '=', slug)
    .where('d.lastOn', '>=', from)
    .where('d.firstOn', '<=', until)
    .orderBy('d.firstOn')
    .execute()
