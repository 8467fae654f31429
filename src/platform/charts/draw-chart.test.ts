import { load } from 'cheerio'
import { expect, test } from 'vitest'
import type { BarChart } from './chart.ts'
import { drawChart } from './draw-chart.ts'

test('a chart says its categories, its series and the sum of each bar', async () => {
  const picture = load(await drawChart(aChart()), { xml: true })
  const words = picture('text')
    .map((_, text) => picture(text).text())
    .get()
  expect(words).toEqual(expect.arrayContaining(['Westend', 'Dotzheim', 'Adults', 'Children', '1.234', '30']))
})

test('from right to left it is mirrored: names stand at the right', async () => {
  const name = async (direction: 'ltr' | 'rtl') => {
    const picture = load(await drawChart({ ...aChart(), direction }), { xml: true })
    const label = picture('text').filter((_, text) => picture(text).text() === 'Westend')
    return Number(/translate\(([\d.]+)/.exec(label.attr('transform') ?? '')?.[1] ?? label.attr('x'))
  }
  expect(await name('ltr')).toBeLessThan(300)
  expect(await name('rtl')).toBeGreaterThan(300)
})

test('it is well-formed, because a browser shows nothing of a picture that is not', async () => {
  const tags = (await drawChart(aChart())).replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').match(/<[^>]*>/g) ?? []
  for (const tag of tags) expect(tag).toMatch(/^<\/?[a-z]+(\s+[\w:-]+="[^"<]*")*\s*\/?>$/i)
})

test('a name cannot become markup', async () => {
  const svg = await drawChart({ ...aChart(), categories: ['<script>alert(1)</script>', '&'] })
  expect(svg).not.toContain('<script')
})

const aChart = (): BarChart => ({
  ...{ language: 'de', direction: 'ltr', width: 720, categories: ['Westend', 'Dotzheim'] },
  series: [
    { name: 'Adults', values: [1000, 10] },
    { name: 'Children', values: [234, 20] },
  ],
})
