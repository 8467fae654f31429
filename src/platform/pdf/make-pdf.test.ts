import { expect, test } from 'vitest'
import { makePdf } from './make-pdf.ts'

const template = '#set document(title: "x")\n#json(bytes(sys.inputs.data))'

test('many who ask for the same sheet get the one that was set, at once and later', async () => {
  const asked = await Promise.all(Array.from({ length: 50 }, () => makePdf({ template, data: 'Heute' })))
  expect(new Set(asked).size).toBe(1)
  expect(await makePdf({ template, data: 'Heute' })).toBe(asked[0])
})

test('another word makes another sheet', async () => {
  const [one, other] = await Promise.all(['Heute', 'Morgen'].map(data => makePdf({ template, data })))
  expect(other).not.toEqual(one)
})

test('a fault is not kept: the next one may ask again', async () => {
  const broken = { template: '#panic("ink")', data: '' }
  const ask = () => makePdf(broken).catch((fault: Error) => fault)
  const [first, second] = [await ask(), await ask()]
  expect(first).toBeInstanceOf(Error)
  expect(second).not.toBe(first)
})
