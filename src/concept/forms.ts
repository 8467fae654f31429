import * as v from 'valibot'

/** The keys that were ticked; none is an answer too. */
export const articlesForm = v.object({
  articles: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))), v.maxLength(200)),
    [],
  ),
})
