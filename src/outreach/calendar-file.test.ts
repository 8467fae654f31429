import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarFileFor } from './calendar-file.ts'
import { type MessageFacts, type MessageKind, messageKinds } from './message.ts'

test('a confirmation puts the date into the calendar', () => {
  const { method, event } = sent('registration-confirmed', { holdsPlace: true })
  expect(method).toBe('REQUEST')
  expect(event?.getFirstPropertyValue('uid')).toBe('0190-registration@kieznetz')
  expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-12-01T09:30:00')
  expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2026-12-01T11:00:00')
  expect(event?.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Berlin')
  expect(event?.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:westend@example.org')
  expect(event?.getFirstPropertyValue('location')).toBe('KiEZ Westend, Bewegungsraum, Kleiststraße 1')
})

test('a cancellation later takes the same one out again, as a later version', () => {
  const before = sent('registration-confirmed', { holdsPlace: true })
  const after = sent('registration-cancelled', {}, '2026-11-24T08:00:00Z')
  expect(after.method).toBe('CANCEL')
  expect(after.event?.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(after.event?.getFirstPropertyValue('uid')).toBe(before.event?.getFirstPropertyValue('uid'))
  expect(versionOf(after)).toBe(versionOf(before) + 24 * 3600)
})

test('tried again it is the same file', () => {
  const once = () => calendarFileFor(given('place-accepted', { holdsPlace: true }))
  expect(once()).toEqual(once())
})

test.each(messageKinds)('WL23: who waits has nothing put into the calendar by %s', kind => {
  expect(calendarFileFor(given(kind, kind === 'registration-cancelled' ? { leftTheLine: true } : {}))).toBe(
    undefined,
  )
})

test.each(['place-offered', 'offer-expired', 'reminder', 'child-registered-again'] as const)(
  '%s brings none',
  kind => expect(calendarFileFor(given(kind, { holdsPlace: true }))).toBe(undefined),
)

test('of several dates at once no single one is sent', () => {
  const dates = [{ startsAt: '2026-12-01T08:30:00Z' }, { startsAt: '2026-12-08T08:30:00Z' }]
  expect(calendarFileFor(given('dates-changed', { holdsPlace: true, dates }))).toBe(undefined)
  expect(sent('dates-changed', { holdsPlace: true, dates: dates.slice(1) }).method).toBe('REQUEST')
})

test('an end after midnight is on the next day, an open one is not said', () => {
  const late = sent('registration-confirmed', { holdsPlace: true, ends: '00:30:00' })
  expect(String(late.event?.getFirstPropertyValue('dtend'))).toBe('2026-12-02T00:30:00')
  const { ends: _, ...open } = facts
  const file = calendarFileFor({
    ...given('registration-confirmed', {}),
    news: asNews('registration-confirmed', { ...open, holdsPlace: true }),
  })
  expect(file?.content).not.toContain('DTEND')
})

test('what people typed adds no line', () => {
  const offerTitle = 'PEKiP\r\nATTENDEE:mailto:spy@example.org'
  const { event } = sent('registration-confirmed', { holdsPlace: true, offerTitle })
  expect(event?.getAllProperties('attendee')).toHaveLength(1)
})

const facts: MessageFacts = {
  ...{ called: 'Familie Yıldız', offerTitle: 'PEKiP', startsAt: '2026-12-01T08:30:00Z', ends: '11:00:00' },
  ...{ centreName: 'KiEZ Westend', place: 'Bewegungsraum', street: 'Kleiststraße 1' },
}
const asNews = (kind: MessageKind, more: MessageFacts) => ({ kind, facts: more })
const given = (kind: MessageKind, more: Partial<MessageFacts>, createdAt = '2026-11-23T08:00:00Z') => ({
  news: asNews(kind, { ...facts, ...more }),
  registrationId: '0190-registration',
  createdAt: Temporal.Instant.from(createdAt),
  address: 'yildiz@example.org',
  organizer: { name: 'KiEZ "Westend"', email: 'westend@example.org' },
  timeZone: 'Europe/Berlin',
})

const sent = (...args: Parameters<typeof given>) => {
  const file = calendarFileFor(given(...args))
  const calendar = file && new ICAL.Component(ICAL.parse(file.content))
  return {
    method: calendar?.getFirstPropertyValue('method'),
    event: calendar?.getFirstSubcomponent('vevent'),
  }
}
const versionOf = ({ event }: ReturnType<typeof sent>) => Number(event?.getFirstPropertyValue('sequence'))
