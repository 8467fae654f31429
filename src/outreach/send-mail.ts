import type { Mailer } from '../platform/mail/mailer.ts'
import { calendarFileFor } from './calendar-file.ts'
import type { Place } from './letter.ts'
import type { StoredMessage } from './store/stored-messages.ts'
import { oneLetter } from './together.ts'

type Sending = { mailer: Mailer; place: Place; timeZone: string }

/** Sends one letter for all of them, under the id of the oldest, so that another attempt at any is taken for the same. */
export async function sendMail(together: readonly StoredMessage[], { mailer, place, timeZone }: Sending) {
  const [first] = together
  if (!first) return
  const { id, address, isNeutral, centreName, centreEmail } = first
  const told = together.map(({ news }) => {
    if (!news) throw new Error('A message that waits has lost what it tells')
    return news
  })
  const { subject, text, html, stopUrl } = oneLetter(told, { ...place, isNeutral })
  const organizer = { name: centreName, email: centreEmail || `calendar@${new URL(place.site).hostname}` }
  const calendars = together.flatMap(message => {
    const file = message.news && calendarFileFor({ ...message, news: message.news, organizer, timeZone })
    return file ? [file] : []
  })
  await mailer.send({
    ...{ id, to: address, subject, text, html },
    ...(stopUrl && { stopUrl }),
    ...(!isNeutral && calendars.length > 0 && { calendars }),
    fromName: isNeutral ? '' : centreName,
    ...(centreEmail && !isNeutral && { replyTo: centreEmail }),
  })
}
