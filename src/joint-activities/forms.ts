import * as v from 'valibot'

const words = (longest: number) => v.pipe(v.optional(v.string(), ''), v.maxLength(longest, 'too-long'))
const inLanguages = (longest: number) =>
  v.optional(v.object({ de: words(longest), en: words(longest), ar: words(longest) }), {
    ...{ de: '', en: '', ar: '' },
  })

const number = (least: number, most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.check(text => text === '' || /^\d{1,4}$/.test(text), 'not-a-number'),
    v.transform(text => (text === '' ? null : Number(text))),
    v.check(value => value === null || value >= least, 'too-small'),
    v.check(value => value === null || value <= most, 'too-large'),
  )

type InLanguages = { de: string; en: string; ar: string }
const isBlank = ({ de, en, ar }: InLanguages) => !(de || en || ar)

/** Nothing at all, or German at least. */
const germanFirst = (longest: number) =>
  v.pipe(
    inLanguages(longest),
    v.forward(
      v.check(texts => isBlank(texts) || texts.de !== '', 'missing'),
      ['de'],
    ),
  )

/** A line without any word is no thing. */
const thing = v.pipe(
  v.object({
    /** The thing this line already is. */
    id: v.pipe(v.optional(v.string(), ''), v.regex(/^([0-9a-f-]{36})?$/, 'unreadable')),
    name: germanFirst(60),
    needed: number(1, 50),
  }),
  v.transform(({ needed, ...line }) => ({ ...line, needed: needed ?? 1 })),
)

/** How many families, decided how many days before, where one meets, what is needed. */
export const jointForm = v.pipe(
  v.object({
    minimum: number(2, 100),
    daysBefore: number(1, 60),
    meetingPoint: germanFirst(300),
    things: v.optional(v.pipe(v.array(thing), v.maxLength(20, 'too-large')), []),
  }),
  v.forward(
    v.partialCheck(
      [['minimum'], ['daysBefore']],
      ({ minimum, daysBefore }) => minimum === null || daysBefore !== null,
      'missing',
    ),
    ['daysBefore'],
  ),
  v.forward(
    v.partialCheck(
      [['minimum'], ['daysBefore']],
      ({ minimum, daysBefore }) => daysBefore === null || minimum !== null,
      'missing',
    ),
    ['minimum'],
  ),
  v.transform(({ things, ...plan }) => ({ ...plan, things: things.filter(({ name }) => !isBlank(name)) })),
)
export type JointPlan = v.InferOutput<typeof jointForm>

/** The things a family ticked, by id. */
export const bringsForm = v.object({
  brings: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/, 'unreadable'))),
      v.maxLength(20, 'too-large'),
    ),
    [],
  ),
})
