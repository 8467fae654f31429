import * as v from 'valibot'
import type { Context } from '../../identity/index.ts'

/** As a city pack says it: see `openData` in cities/README.md. */
const shape = v.object({
  municipalityKey: v.optional(v.string()),
  /** As DCAT-AP.de names it, such as dl-by-de/2.0. */
  licence: v.optional(v.string()),
})
export type CityOpenData = v.InferOutput<typeof shape>

export const findCityOpenData = async ({ db, city }: Pick<Context, 'db' | 'city'>): Promise<CityOpenData> => {
  const { openData } = await db
    .selectFrom('published.cityOpenData')
    .select('openData')
    .where('cityId', '=', city.id)
    .executeTakeFirstOrThrow()
  return v.parse(shape, openData)
}
