import type { Entry } from '../programme/index.ts'

/** The place behind an offer or a centre in a list that goes by id. */
export const cursorBehind = (id: string) => packed(id)

/** The place behind a date in a list that goes by time. */
export const cursorBehindDate = ({ heldOn, starts, id }: NonNullable<Entry['session']>) =>
  packed(`${heldOn} ${starts.toString({ smallestUnit: 'second' })} ${id}`)

/** Undefined for what we did not hand out. */
export const readCursor = (cursor: string) => {
  const text = unpacked(cursor)
  return uuid.test(text) ? text : undefined
}

export const readDateCursor = (cursor: string) => {
  const [heldOn = '', starts = '', id = ''] = unpacked(cursor).split(' ')
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(heldOn) && /^\d{2}:\d{2}:\d{2}$/.test(starts) && uuid.test(id)
  if (!isDate) return undefined
  try {
    return { heldOn: Temporal.PlainDate.from(heldOn), starts: Temporal.PlainTime.from(starts), id }
  } catch {
    return undefined
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const packed = (text: string) => Buffer.from(text).toString('base64url')
const unpacked = (cursor: string) => Buffer.from(cursor, 'base64url').toString()
