import { brotliCompressSync } from 'node:zlib'
import { compile } from 'sass'
import { expect, test } from 'vitest'

test.each(['public', 'staff'])('%s.css mirrors itself: no property names left or right', sheet => {
  expect(css(sheet)).not.toMatch(
    /(?:margin|padding|border|inset)-(?:left|right)|[;{ ](?:left|right):|:(?:left|right)[;}]/,
  )
})

test.each(['public', 'staff'])(
  '%s.css defines every token it uses and uses every token it defines',
  sheet => {
    const used = new Set([...css(sheet).matchAll(/var\((--kern-[\w-]+)/g)].map(([, name]) => name))
    const defined = new Set([...css(sheet).matchAll(/(--kern-[\w-]+):/g)].map(([, name]) => name))

    expect([...used].filter(name => !defined.has(name))).toEqual([])
    expect([...defined].filter(name => !used.has(name))).toEqual([])
  },
)

test('public.css leaves room in the first 14 KB for the page itself', () => {
  expect(brotliCompressSync(css('public')).length).toBeLessThan(6000)
})

const css = (sheet: string) =>
  compile(`src/platform/design/styles/${sheet}.scss`, {
    loadPaths: ['node_modules'],
    silenceDeprecations: ['if-function'],
    style: 'compressed',
  }).css
