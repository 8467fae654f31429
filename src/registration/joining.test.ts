import { expect, test } from 'vitest'
import { type BeforeJoining, decideInTurn, type Family, familyFrom } from './joining.ts'
import type { Intake } from './registration.ts'

test('of two families that ask together for one place the first has it and the second waits behind it', () => {
  expect(statesOf(decide([family('Kaya'), family('Novak')]))).toEqual(['confirmed', 'waiting'])
  expect(statesOf(decide([family('Novak'), family('Kaya')]))).toEqual(['confirmed', 'waiting'])
})

test('a small party passes a large one only where the offer says so', () => {
  const large = { ...family('Kaya'), party: { adults: 1, children: [child('Ada'), child('Ben')] } }
  const together = [large, family('Novak')]
  expect(statesOf(decide(together))).toEqual(['waiting', 'confirmed'])
  expect(statesOf(decide(together, {}, { waitingRule: 'strict-order' }))).toEqual(['waiting', 'waiting'])
})

test('where the centre says yes first a family asks, and whom the centre enters has the place', () => {
  const staff = family('Novak')
  const entered = { ...staff, context: { ...context, actor: { kind: 'staff' } } as Family['context'] }
  expect(statesOf(decide([family('Kaya'), entered], {}, { giving: 'after-approval' }))).toEqual([
    ...['waiting', 'confirmed'],
  ])
})

test('each joins after the one before, even in the same moment', () => {
  const lastJoinedAt = now.add({ seconds: 5 })
  const joined = decide([family('Kaya'), family('Novak')], { lastJoinedAt }).map(decision =>
    'entered' in decision ? decision.entered.joinedAt.toString() : '',
  )
  expect(joined).toEqual(['2026-11-23T08:00:05.000001Z', '2026-11-23T08:00:05.000002Z'])
})

test('one form sent twice is entered once', () => {
  const twice = family('Kaya')
  const [first, second] = decide([twice, { ...twice, id: 'another' }])
  expect(first).toMatchObject({ entered: { id: twice.id } })
  expect(second).toEqual({
    answer: { outcome: 'already-sent', registrationId: twice.id, state: 'confirmed', keys: twice.keys },
  })
})

test('the same form sent for something else is another registration with other keys', () => {
  const here = familyFrom(context, { ...registering, intakeId: 'here' })
  const there = familyFrom(context, { ...registering, intakeId: 'there' })
  expect(there.onceKey).not.toBe(here.onceKey)
  expect(there.keys).not.toEqual(here.keys)
})

test('a child that somebody before them names is marked, whether stored or asked for together', () => {
  const [first, again] = [family('Sara', 'Amina'), family('Omar', ' amina')]
  expect(repeatsOf(decide([first, again]))).toEqual([null, first.id])
  const repeats = [{ onceKey: first.onceKey, id: 'stored' }]
  expect(repeatsOf(decide([first, again], { repeats }))).toEqual(['stored', first.id])
})

const now = Temporal.Instant.from('2026-11-23T08:00:00Z')
const child = (firstName: string) => ({ firstName, bornIn: Temporal.PlainDate.from('2024-10-01') })
const context = { now, language: 'de', actor: { kind: 'visitor' } } as Family['context']
const registering = {
  ...{ intakeId: 'intake', renderingKey: 'secret', called: 'Kaya' },
  ...{ contact: { kind: 'none' as const }, party: { adults: 1, children: [child('Kaya')] } },
}

const family = (called: string, firstName = called) =>
  familyFrom(context, {
    ...{ ...registering, called, renderingKey: called },
    party: { adults: 1, children: [child(firstName)] },
  })

const decide = (families: Family[], before: Partial<BeforeJoining> = {}, offer: Partial<Intake> = {}) =>
  decideInTurn(
    families,
    { ...intake, ...offer },
    {
      limits: [{ unit: 'child', places: 1, taken: 0 }],
      ...{ waiting: [], lastJoinedAt: null, sentBefore: [], repeats: [], ...before },
    },
  )

const statesOf = (decisions: ReturnType<typeof decide>) =>
  decisions.map(decision => ('entered' in decision ? decision.entered.state : decision.answer.outcome))

const repeatsOf = (decisions: ReturnType<typeof decide>) =>
  decisions.map(decision => ('entered' in decision ? decision.entered.repeatsId : undefined))

const intake: Intake = {
  ...{ id: 'intake', providerId: 'provider', centreId: 'centre', offerId: 'offer', sessionId: null },
  ...{
    offerSlug: 'gruppe',
    place: 'Bewegungsraum',
    isElsewhere: false,
    offerHours: 48,
    isStopped: false,
    calledOff: null,
    isWithoutParents: false,
    ...{ isClosedGroup: false, inviteHash: null },
    opensAt: null,
  },
  ...{ counts: 'child', ageFrom: null, ageUntil: null, waitingRule: 'first-that-fits' },
  ...{ priority: 'first-come', giving: 'by-rule', referralWord: null },
  ...{ priceCents: 0, pricePer: null, reducedCents: null },
  ...{ startsAt: now.add({ hours: 48 }), heldOn: null, starts: null, ends: null },
  closesAt: now.add({ hours: 48 }),
  ageOn: Temporal.PlainDate.from('2026-11-25'),
  lastOn: Temporal.PlainDate.from('2026-11-25'),
}
