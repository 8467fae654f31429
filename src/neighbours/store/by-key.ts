import { sql } from 'kysely'
import type { Database } from '../../platform/database/connect.ts'
import type { Reach } from '../../reach/index.ts'
import type { NoteKind } from '../note.ts'

/** What a family finds again by its link or code; the desk itself may not read. */
export type OwnNote = {
  centreId: string
  kind: NoteKind
  language: string
  title: string
  words: string
  reachBy: Reach['reachBy']
  approvedAt: Temporal.Instant | null
  shownUntil: Temporal.PlainDate | null
  deleteOn: Temporal.PlainDate
}
export type OwnInterest = {
  centreId: string
  title: string
  noteLanguage: string
  words: string
  reachBy: Reach['reachBy']
  deleteOn: Temporal.PlainDate
}

export const openNote = async (db: Database, cityId: string, keyHash: Buffer) => {
  const { rows } = await sql<OwnNote>`select * from neighbour_note_behind(${cityId}, ${keyHash})`.execute(db)
  return rows[0]
}

export const openInterest = async (db: Database, cityId: string, keyHash: Buffer) => {
  const { rows } = await sql<OwnInterest>`
    select * from neighbour_interest_behind(${cityId}, ${keyHash})`.execute(db)
  return rows[0]
}

/** Takes a note, or the word that somebody is interested, off the board; says whether there was such a thing. */
export const takeBack = async (db: Database, cityId: string, keyHash: Buffer) => {
  const { rows } = await sql<{ gone: boolean }>`
    select take_from_pinboard(${cityId}, ${keyHash}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}
