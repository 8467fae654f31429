import { addSource, readOneSource, takeEvents } from '../../calendar-import/index.ts'
import { actingAs, type CentreRef, type Context, todayIn } from '../../identity/index.ts'
import { leadOf } from './keep-network.ts'

/** The showcase reads the calendar of a parish: one event has become a begun plan, two more can be looked through. */
export const readACalendar = async (context: Context, { centreId, providerId }: CentreRef) => {
  const lead = actingAs(context, leadOf({ centreId, providerId }))
  const bytes = Buffer.from(calendarFrom(todayIn(context)))
  const parish = {
    name: 'Gemeinde St. Elisabeth (Beispiel)',
    address: 'https://gemeinde.example/kalender.ics',
  }
  const added = await addSource(lead, { centreId, providerId, words: '', ...parish }, async () => ({
    ...{ outcome: 'read', bytes, etag: null, lastModified: null },
  }))
  if (added.outcome !== 'added') return
  const { events } = await readOneSource(lead, added.id)
  const taken = events.filter(({ event }) => event.uid === 'pilgrims').map(({ id }) => id)
  await takeEvents(lead, added.id, new Set(taken))
}

const calendarFrom = (today: Temporal.PlainDate) =>
  [
    'BEGIN:VCALENDAR',
    ...event('pilgrims', 'Familien-Rallye rund um die Kirche', 'Kirchplatz', today.add({ days: 12 })),
    ...event(
      'breakfast',
      'Frühstück für Eltern',
      'Gemeindesaal',
      today.add({ days: 9 }),
      'RRULE:FREQ=WEEKLY;COUNT=6',
    ),
    ...event('lanterns', 'Laternen basteln', 'Gemeindesaal', today.add({ days: 20 })),
    'END:VCALENDAR',
  ].join('\r\n')

const event = (uid: string, title: string, place: string, on: Temporal.PlainDate, ...rule: string[]) => {
  const day = on.toString().replaceAll('-', '')
  const times = [`DTSTART:${day}T093000`, `DTEND:${day}T113000`]
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SUMMARY:${title}`,
    `LOCATION:${place}`,
    ...times,
    ...rule,
    'END:VEVENT',
  ]
}
