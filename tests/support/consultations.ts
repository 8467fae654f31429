import { randomUUID } from 'node:crypto'
import { type BookOutcome, book, type OfferingHours, offerHours } from '../../src/counselling/index.ts'
import { deskOf, leadOf } from './families.ts'
import type { Town } from './town.ts'

/** The morning after the town's now, in the zone of the town. */
export const tomorrow = Temporal.PlainDate.from('2026-11-24')
export const atTen = Temporal.Instant.from('2026-11-24T09:00:00Z')

/** One consultation of half an hour at the KiEZ Westend, tomorrow at 10:00, unless told otherwise. */
export const aConsultation = (
  town: Town,
  given: Partial<OfferingHours> & { from?: string; until?: string } = {},
) => {
  const { from = '10:00', until = '10:30', ...hours } = given
  return offerHours(town.contextOf(leadOf(town.westend)), refOf(town), {
    ...{ counsellor: 'Familienberatung', topic: 'upbringing', languages: ['de', 'ar'], way: 'on-site' },
    ...{ place: '', meetingLink: '', first: tomorrow, last: undefined, slotMinutes: 30 },
    ...{ starts: Temporal.PlainTime.from(from), ends: Temporal.PlainTime.from(until) },
    ...hours,
  })
}

/** A family books tomorrow at 10:00 with whoever is free; every family has a form of its own. */
export const booksAtTen = (town: Town, renderingKey: string = randomUUID()): Promise<BookOutcome> =>
  book(town.contextOf(deskOf(town.westend)), refOf(town), {
    ...{ renderingKey, startsAt: atTen, topic: 'upbringing', codeWord: 'blue moon' },
    ...{ wish: { counsellor: undefined, language: 'de' }, contact: { phone: '', email: '' } },
  })

const refOf = ({ westend }: Town) => ({ centreId: westend.id, providerId: westend.providerId })
