import { readFileSync } from 'node:fs'

/** All that stands in a catalogue: 'registration.list.ended_one' → its sentence. */
export const sentencesOf = (readers: 'families' | 'staff', language: string): Map<string, string> =>
  new Map(flatten(JSON.parse(readFileSync(`messages/${readers}/${language}.json`, 'utf8'))))

type Messages = { [key: string]: string | Messages }

const flatten = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
