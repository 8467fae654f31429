import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parseForm, valuesOf } from './form.ts'
import { count, several } from './form-fields.ts'

const schema = v.object({
  title: v.pipe(v.string('missing'), v.nonEmpty('missing')),
  topics: v.optional(v.array(v.picklist(['baby', 'play'], 'unknown')), []),
  slots: v.optional(v.array(v.object({ starts: v.pipe(v.string('missing'), v.isoTime('unreadable')) })), []),
})

test('a dot leads inside, a number makes a list', () => {
  const form = sent(['title', ' Treff '], ['slots.1.starts', '15:00'], ['slots.0.starts', '09:30'])
  expect(parseForm(form, schema)).toEqual({
    ok: true,
    value: { title: 'Treff', topics: [], slots: [{ starts: '09:30' }, { starts: '15:00' }] },
  })
})

test.each(['12', '١٢', '۱۲'])('a number is read as %s, too', typed => {
  expect(parseForm(sent(['places', typed]), v.object({ places: count(1, 20) }))).toEqual({
    ok: true,
    value: { places: 12 },
  })
})

test('a problem is named like its field, and nothing typed is lost', () => {
  const form = sent(['title', ''], ['topics[]', 'play'], ['topics[]', 'moon'], ['slots.0.starts', 'early'])
  expect(parseForm(form, schema)).toEqual({
    ok: false,
    problems: { title: 'missing', 'topics.1': 'unknown', 'slots.0.starts': 'unreadable' },
    values: { title: '', topics: ['play', 'moon'], 'slots.0.starts': 'early' },
  })
})

test.each([
  '__proto__.polluted',
  '__proto__[]',
  'constructor[]',
  'toString[]',
  'constructor.prototype.polluted',
  'title.deeper',
  `${'a.'.repeat(5000)}a`,
])('a field named by an attacker changes nothing: %.30s', name => {
  expect(parseForm(sent([name, 'yes'], ['title', 'Treff']), schema)).toMatchObject({
    ok: true,
    value: { title: 'Treff' },
  })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test.each([
  ['\u202eed.elpmaxe', 'ed.elpmaxe'],
  ['Anna\u2066 \u2069Maria', 'Anna Maria'],
  ['An\u0007na\u0000', 'Anna'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['\u{1f469}\u200d\u{1f467}', '\u{1f469}\u200d\u{1f467}'],
  ['eins\r\nzwei\tdrei', 'eins\r\nzwei\tdrei'],
])('what nobody types is left out, and nothing else: %j', (typed, title) => {
  expect(parseForm(sent(['title', typed]), schema)).toMatchObject({ ok: true, value: { title } })
})

test('what is chosen twice is chosen once', () => {
  const chosen = sent(['topics[]', 'play'], ['topics[]', 'baby'], ['topics[]', 'play'])
  expect(parseForm(chosen, v.object({ topics: several(['baby', 'play']) }))).toEqual({
    ok: true,
    value: { topics: ['play', 'baby'] },
  })
})

test('as many fields as a form may carry are read at once', () => {
  const many = new URLSearchParams('a[]=&'.repeat(52_000))
  const begun = performance.now()
  expect(valuesOf(many).a).toHaveLength(52_000)
  // Copied for each of them, the list takes forty seconds.
  expect(performance.now() - begun).toBeLessThan(2_000)
})

const sent = (...fields: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
