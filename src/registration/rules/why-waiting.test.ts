import { expect, test } from 'vitest'
import { partiesToOffer, type WaitingParty } from '../places.ts'
import type { PlaceRules } from './place-rules.ts'
import { whyTheyWait } from './why-waiting.ts'

const party = (id: string, children = 1, babies = 0): WaitingParty => ({ id, adults: 1, children, babies })
const places = (child: number, baby = 9) => [
  { unit: 'child' as const, places: child, taken: 0 },
  { unit: 'baby' as const, places: baby, taken: 0 },
]
const rules: PlaceRules = { waitingRule: 'first-that-fits', priority: 'first-come', giving: 'by-rule' }
const [small, large, baby] = [party('small'), party('large', 3), party('baby', 1, 1)]

const situations: [string, Partial<Parameters<typeof whyTheyWait>[0]>, string[]][] = [
  ['registration has ended', { refusal: 'closed', waiting: [small] }, ['small closed']],
  ['the date does not take place', { refusal: 'stopped', waiting: [small] }, ['small stopped']],
  ['all places are taken', { limits: places(0), waiting: [small] }, ['small no-place child']],
  ['only the other limit is full', { limits: places(3, 0), waiting: [baby] }, ['baby no-place baby']],
  ['both are full', { limits: places(0, 0), waiting: [baby] }, ['baby no-place child,baby']],
  [
    'open offers hold the places',
    { limits: [{ unit: 'child', places: 1, taken: 1 }], waiting: [small], offered: [party('offered')] },
    ['small held child'],
  ],
  [
    'open offers hold too few',
    { limits: [{ unit: 'child', places: 1, taken: 1 }], waiting: [large], offered: [party('offered')] },
    ['large no-place child'],
  ],
  [
    'strictly in order, a larger party comes before',
    { limits: places(2), waiting: [large, small], rules: { ...rules, waitingRule: 'strict-order' } },
    ['large no-place child', 'small behind-larger'],
  ],
  [
    'the lead chooses',
    { limits: places(1), waiting: [large, small], rules: { ...rules, giving: 'by-hand' } },
    ['large no-place child', 'small by-hand'],
  ],
  [
    'the centre says yes first',
    { limits: places(1), waiting: [small], rules: { ...rules, giving: 'after-approval' } },
    ['small after-approval'],
  ],
  [
    'siblings come first, and there is one place',
    {
      ...{ limits: places(1), rules: { ...rules, priority: 'siblings' as const } },
      waiting: [small, { ...party('sibling'), comesAs: 'siblings' as const }],
    },
    ['sibling next', 'small behind-others'],
  ],
]

test.each(situations)('why nobody was offered a free place: %s', (_, given, expected) => {
  const at = { limits: places(2), waiting: [], offered: [], rules, refusal: null, ...given }
  const said = whyTheyWait(at).map(({ id, ...why }) =>
    [id, why.why, 'missing' in why ? why.missing.join() : ''].join(' ').trim(),
  )
  expect(said).toEqual(expected)
})

test('only who is next would have been offered a place by the rule itself', () => {
  for (const [, given] of situations) {
    const at = { limits: places(2), waiting: [], offered: [], rules, refusal: null, ...given }
    if (at.refusal || at.rules.giving !== 'by-rule') continue
    const next = whyTheyWait(at).flatMap(({ id, why }) => (why === 'next' ? [id] : []))
    expect(next).toEqual(partiesToOffer(at.waiting, at.limits, at.rules).map(({ id }) => id))
  }
})
