import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { JsonLd } from './json-ld.tsx'

test.each([
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  'a\u2028b\u2029c',
  '&lt;/script&gt;',
  '"quoted" \\ and الرضّع',
])('what somebody wrote ends no element and comes back as it was: %j', text => {
  const html = `<main>${<JsonLd data={{ name: text }} />}</main>`
  const $ = load(html)
  expect($('main').children()).toHaveLength(1)
  expect(html).not.toMatch(/[\u2028\u2029]/)
  expect(JSON.parse($('script[type="application/ld+json"]').text())).toEqual({ name: text })
})
