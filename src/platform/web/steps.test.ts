import { expect, test } from 'vitest'
import {
  isReachable,
  isStepOf,
  type StepOrder,
  stepAfter,
  stepBefore,
  stepsFrom,
  stepToGoOn,
} from './steps.ts'

type Step = 'what' | 'when' | 'where' | 'check'
const order: StepOrder<Step> = ['what', 'when', 'where', 'check']
const having =
  (...answered: Step[]) =>
  (step: Step) =>
    answered.includes(step)

test.each<[Step[], Step]>([
  [[], 'what'],
  [['what'], 'when'],
  [['what', 'where'], 'when'],
  [['what', 'when', 'where'], 'check'],
])('who has answered %j goes on at %s', (answered, step) => {
  expect(stepToGoOn(order, having(...answered))).toBe(step)
})

test.each<[Step, Step[], boolean]>([
  ['what', [], true],
  ['when', [], false],
  ['when', ['what'], true],
  ['where', ['what'], false],
  ['where', ['what', 'where'], true],
  ['check', ['what', 'where'], false],
  ['check', ['what', 'when', 'where'], true],
])('%s after %j is reachable: %s', (step, answered, expected) => {
  expect(isReachable(order, having(...answered), step)).toBe(expected)
})

test('before the first and after the last step there is none', () => {
  expect([stepBefore(order, 'what'), stepAfter(order, 'what')]).toEqual([undefined, 'when'])
  expect([stepBefore(order, 'check'), stepAfter(order, 'check')]).toEqual(['where', undefined])
})

test('a step that was answered stays done while one goes back', () => {
  expect(stepsFrom(order, having('what', 'when'), 'what')).toEqual([
    { step: 'what', state: 'current', isReachable: true },
    { step: 'when', state: 'done', isReachable: true },
    { step: 'where', state: 'ahead', isReachable: true },
    { step: 'check', state: 'ahead', isReachable: false },
  ])
})

test('an address names a step or none', () => {
  expect([isStepOf(order, 'when'), isStepOf(order, 'whenever'), isStepOf(order, '')]).toEqual([
    true,
    false,
    false,
  ])
})
