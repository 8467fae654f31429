import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentStyles, contrast } from './accents.ts'

test('a colour that can be read stays as the centre chose it', () => {
  expect(accentStyles([{ slug: 'kiez-westend', colour: '#0a5560' }])).toMatch(
    /^\.accent-kiez-westend\{--accent:#0a5560;--accent-wash:#[\da-f]{6}\}$/,
  )
})

test('whatever colour a centre chooses, its times can be read on its wash', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), number => {
      const colour = `#${number.toString(16).padStart(6, '0')}`
      const [accent, wash] = coloursIn(accentStyles([{ slug: 'x', colour }]))
      expect(contrast(accent, wash)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('what is no colour becomes petrol and cannot bring rules of its own', () => {
  expect(accentStyles([{ slug: 'x', colour: 'red}body{display:none' }])).toBe(
    accentStyles([{ slug: 'x', colour: '#0a5560' }]),
  )
})

type Rgb = [number, number, number]

const coloursIn = (styles: string) =>
  [...styles.matchAll(/#([\da-f]{2})([\da-f]{2})([\da-f]{2})/g)].map(
    ([, ...channels]) => channels.map(channel => Number.parseInt(channel, 16)) as Rgb,
  ) as [Rgb, Rgb]
