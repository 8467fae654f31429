import { book, offerHours } from '../../counselling/index.ts'
import { actingAs, type CentreRef, type Context, type StaffMember, todayIn } from '../../identity/index.ts'

const morning = { starts: Temporal.PlainTime.from('09:00'), ends: Temporal.PlainTime.from('11:00') }
const afternoon = { starts: Temporal.PlainTime.from('14:00'), ends: Temporal.PlainTime.from('16:00') }

/** Invented consultation hours of two weeks at the centre of the demo's lead, and two families that have booked. */
export const offerConsultations = async (context: Context, showcase: CentreRef) => {
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const asLead = actingAs(context, lead)
  const first = todayIn(context).add({ days: 1 })
  const [tuesday, thursday] = [nextWeekday(first, 2), nextWeekday(first, 4)]
  const onSite = { way: 'on-site', place: 'Raum 2', meetingLink: '', slotMinutes: 30 } as const
  const weeks = (day: Temporal.PlainDate) => ({ first: day, last: day.add({ weeks: 1 }) })
  await offerHours(asLead, showcase, {
    ...{ counsellor: 'Familienberatung', topic: 'upbringing', languages: ['de', 'ar', 'tr'] },
    ...{ ...onSite, ...morning, ...weeks(tuesday) },
  })
  await offerHours(asLead, showcase, {
    ...{ counsellor: 'Erziehungsberatung', topic: 'upbringing', languages: ['de', 'en'] },
    ...{ ...onSite, place: 'Raum 3', ...morning, ...weeks(tuesday) },
  })
  await offerHours(asLead, showcase, {
    ...{ counsellor: 'Schuldnerberatung', topic: 'money', languages: ['de', 'uk'] },
    ...{ way: 'phone', place: '', meetingLink: '', slotMinutes: 30, ...afternoon, ...weeks(thursday) },
  })
  const desk = actingAs(context, { kind: 'desk', ...showcase })
  const startsAt = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: context.city.timeZone, plainTime }).toInstant()
  await book({ ...desk, language: 'ar' }, showcase, {
    ...{ renderingKey: `demo ${showcase.centreId} 1`, startsAt: startsAt(tuesday, morning.starts) },
    ...{ topic: 'upbringing', codeWord: 'golden falcon', contact: { phone: '', email: '' } },
    wish: { counsellor: 'Familienberatung', language: 'ar' },
  })
  await book(desk, showcase, {
    ...{ renderingKey: `demo ${showcase.centreId} 2`, startsAt: startsAt(thursday, afternoon.starts) },
    ...{ topic: 'money', codeWord: 'quiet hedgehog', contact: { phone: '+49 611 0044556', email: '' } },
    wish: { counsellor: undefined, language: 'de' },
  })
}

const nextWeekday = (from: Temporal.PlainDate, weekday: number) =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
