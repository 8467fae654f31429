import * as v from 'valibot'
import { dayFrom } from '../platform/web/day.ts'
import { id, neededText } from '../platform/web/form-fields.ts'
import { isId } from '../platform/web/id.ts'
import { plainDigits } from '../platform/web/reachable.ts'

const day = v.pipe(
  v.string('missing'),
  v.nonEmpty('missing'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const day = dayFrom(dataset.value)
    if (day) return day
    addIssue({ message: 'day' })
    return NEVER
  }),
)

/** An empty field is not a number, and 19,5 is one. */
const decimal = (code: string) =>
  v.pipe(
    v.string('missing'),
    v.nonEmpty('missing'),
    v.transform(plainDigits),
    v.regex(/^\d{1,3}([.,]\d{1,2})?$/, code),
    v.transform(text => Number(text.replace(',', '.'))),
  )

/** Hours in a week, as minutes. */
const hours = (least: number, most: number) =>
  v.pipe(
    decimal('hours'),
    v.transform(value => Math.round(value * 60)),
    v.minValue(least * 60, 'hours'),
    v.maxValue(most * 60, 'hours'),
  )

export const planForm = v.object({
  percent: v.pipe(
    decimal('percent'),
    v.transform(percent => Math.round(percent * 10)),
    v.minValue(1, 'percent'),
    v.maxValue(3000, 'percent'),
  ),
  fullTime: hours(30, 45),
  fundedBy: neededText(120),
  from: day,
})

export const someoneNew = 'new'

const role = {
  kind: v.picklist(['holder', 'deputy'], 'missing'),
  from: day,
}

/** Hours count for whoever holds the post; name and contract for somebody who was not there before. */
export const assignForm = v.pipe(
  v.object({
    ...role,
    person: v.pipe(
      v.string('missing'),
      v.check(text => text === someoneNew || isId(text), 'missing'),
    ),
    name: v.optional(v.pipe(v.string(), v.maxLength(120, 'too-long')), ''),
    contract: v.optional(v.string(), ''),
    hours: v.optional(v.string(), ''),
    lastDay: v.optional(v.string(), ''),
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { person, name, contract, hours: weekly, lastDay, kind, from } = dataset.value
    const fault = (field: string, message: string) =>
      addIssue({
        message,
        path: [{ type: 'object', origin: 'value', input: dataset.value, key: field, value: undefined }],
      })
    const read = <Value>(field: string, schema: v.GenericSchema<unknown, Value>, value: unknown) => {
      const result = v.safeParse(schema, value)
      if (!result.success) fault(field, result.issues[0].message)
      return result.success ? result.output : undefined
    }
    const isNew = person === someoneNew
    const newName = isNew ? read('name', neededText(120), name) : ''
    const contractMinutes = isNew ? read('contract', hours(1, 50), contract) : 0
    const minutes = kind === 'holder' ? read('hours', hours(0.25, 50), weekly) : 0
    const last = lastDay === '' ? null : read('lastDay', day, lastDay)
    if (newName === undefined || contractMinutes === undefined || minutes === undefined || last === undefined)
      return NEVER
    if (last && Temporal.PlainDate.compare(last, from) < 0) {
      fault('lastDay', 'before-start')
      return NEVER
    }
    const who = isNew ? { name: newName, contractMinutes } : { employeeId: person }
    return { who, kind, from, minutes, until: last?.add({ days: 1 }) ?? null }
  }),
)

export const contractForm = v.object({
  person: id(),
  contract: hours(1, 50),
  from: day,
})

export const endForm = v.object({ lastDay: day })
