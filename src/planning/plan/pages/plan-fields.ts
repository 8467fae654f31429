import type { FieldFault } from '../../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../../platform/web/form.ts'
import type { Wording } from '../../../platform/wording/wording.ts'

/** What a step shows: the values as they were typed, and what is wrong with them. */
export type StepProps = { wording: Wording; values: FormValues; problems: FormProblems }

/** The properties of fields by name: value, error and what is needed to find them again. */
export const fieldsOf = ({ wording, values, problems }: StepProps) => {
  const errorOf = (name: string) => {
    const problem = problems[name]
    return problem === undefined ? undefined : sentenceFor(problem, wording)
  }
  return {
    text: (name: string) => ({ name, value: single(values[name]), error: errorOf(name) }),
    ticked: (name: string) => ({ name, checked: values[name] === 'yes', error: errorOf(name) }),
    /** Any of several choices; what is wrong with one of them is said of all. */
    choices: (name: string) => {
      const first = Object.keys(problems).find(field => groupOf(field) === name)
      return { name: `${name}[]`, id: name, values: listOf(values[name]), error: first && errorOf(first) }
    },
    /** One line for each entry of a list, and some to spare. */
    lines: (name: string, spare: number) =>
      Array.from({ length: listOf(values[name]).length + spare }, (_, index) => ({
        name: `${name}[]`,
        id: `${name}.${index}`,
        value: listOf(values[name])[index],
        error: errorOf(`${name}.${index}`),
      })),
  }
}

/** What is wrong, for the top of the page, each with a link to its field. */
export const faultsOf = ({ wording, problems }: Pick<StepProps, 'wording' | 'problems'>): FieldFault[] =>
  Object.entries(problems).map(([field, problem]) => ({
    field: groupOf(field),
    message: [slotName(field, wording), nameOfField(field, wording), sentenceFor(problem, wording)]
      .filter(Boolean)
      .join(': ')
      // A question keeps its own mark.
      .replaceAll(/([?؟]):/g, '$1'),
  }))

/** Empty lines of a list are left out when it is shown again. */
export const listOf = (value: string | string[] | undefined): string[] =>
  [value ?? []].flat().filter(entry => entry !== '')
export const single = (value: string | string[] | undefined) => [value ?? ''].flat()[0]

/** A group of boxes carries the name of its list; its error stands at the group. */
const groupOf = (field: string) => field.replace(/^(topics|languages|eases|leaders)\.\d+$/, '$1')

const slotName = (field: string, { t }: Wording) => {
  const [, index] = /^slots\.(\d+)\./.exec(field) ?? []
  return index === undefined ? undefined : t('programme.staff.when.slot', { number: Number(index) + 1 })
}

/** What a field is called; undefined for one that has no name of its own. */
export const nameOfField = (field: string, { t }: Wording) => {
  const name = field.split('.').findLast(part => !/^\d+$/.test(part))
  const known = fieldNames.find(known => known === name)
  return known && t(`programme.staff.field.${known}`)
}

/** What a code of a form says. */
export const sentenceFor = (problem: string, { t }: Wording) =>
  t(`programme.staff.fault.${faults.find(fault => fault === problem) ?? 'unreadable'}`)

const fieldNames = [
  ...([
    'title',
    'summary',
    'body',
    'kind',
    'format',
    'way',
    'topics',
    'ageFrom',
    'ageUntil',
    'isWithoutParents',
    'languages',
    'eases',
  ] as const),
  ...(['audience', 'pricePer', 'price', 'place', 'slots', 'rhythm', 'weekday', 'starts', 'ends'] as const),
  ...(['firstOn', 'lastOn', 'units', 'exceptOn', 'dates', 'registration', 'counts', 'places'] as const),
  ...(['babyPlaces', 'opensDaysBefore', 'closesHoursBefore', 'closesOn', 'leader', 'leaders'] as const),
  ...(['reason', 'note', 'address', 'sessionId', 'heldOn', 'scope', 'remedy', 'week', 'partnerId'] as const),
  ...(['lastFrom', 'lastUntil', 'nextFrom', 'nextUntil', 'offers'] as const),
] as const

const faults = [
  ...(['missing', 'unknown', 'too-long', 'not-a-number', 'too-small', 'too-large', 'not-a-date'] as const),
  ...(['not-a-time', 'title-missing', 'ages-reversed', 'not-a-price', 'price-missing'] as const),
  ...(['free-but-priced', 'ends-before-start', 'last-before-first', 'too-far', 'note-missing'] as const),
  ...([
    'care-undecided',
    'held-by-registrations',
    'not-a-link',
    'link-in-place',
    'unreadable',
    'rhythm-unknown',
  ] as const),
  ...(['next-before-last', 'season-too-long'] as const),
] as const
