import * as v from 'valibot'

const line = v.optional(v.string(), '')

/** What a city says about itself and owes to others, as its pack says it; what the pack leaves out is empty. */
export const noticeShape = v.object({
  imprint: v.string(),
  office: v.object({ name: line, address: line, email: line, phone: line }),
  attributions: v.array(
    v.object({
      title: v.string(),
      holder: v.string(),
      licence: v.string(),
      licenceUrl: line,
      source: line,
      changes: line,
    }),
  ),
})

export type CityNotice = v.InferOutput<typeof noticeShape>
export type Attribution = CityNotice['attributions'][number]
