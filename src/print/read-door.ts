import type { Context } from '../identity/index.ts'
import { nameOf, roomPlan } from '../rooms/index.ts'
import type { InRoom } from './pages/door-sheet.ts'

/** A room on a day: its name and house rules in the reader's language, and what is in it by the clock of the city. */
export const readDoor = async (context: Context, roomId: string, day: Temporal.PlainDate) => {
  const { room, bookings } = await roomPlan(context, roomId, day)
  const { language, city } = context
  const timeOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(city.timeZone).toPlainTime()
  const plan = bookings.map(
    ({ startsAt, endsAt, title, titleLanguage }): InRoom => ({
      ...{ starts: timeOf(startsAt), ends: timeOf(endsAt), title, titleLanguage },
    }),
  )
  const { slug, centreId, texts } = room
  const { houseRules = '' } = texts[language] ?? texts.de ?? {}
  return { room: { slug, centreId, name: nameOf(texts, language), houseRules }, plan }
}
