import { globSync } from 'node:fs'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'

/** Telephones with little memory and a slow line read these pages, too. */
const mostKilobytes = 30

const built = await builtScripts()

test(`all scripts that make a page nicer weigh at most ${mostKilobytes} KB together`, () => {
  expect(built.map(({ name }) => name).sort()).toEqual(
    globSync('browser/*.ts').map(file => file.replace(/^.*\/|\.ts$/g, '')),
  )
  expect(weightOf(built)).toBeLessThanOrEqual(mostKilobytes * 1024)
})

test('control: one script more of that weight would be too much', () => {
  const heavy = { name: 'heavy', code: 'x'.repeat(mostKilobytes * 1024) }
  expect(weightOf([...built, heavy])).toBeGreaterThan(mostKilobytes * 1024)
})

test('each comes in one file, and the worker as phones of 2021 read it: not as a module', () => {
  expect(built.flatMap(({ imports }) => imports)).toEqual([])
  expect(built.find(({ name }) => name === 'sw')?.exports).toEqual([])
})

/** As they are sent, without packing. */
function weightOf(scripts: readonly { code: string }[]) {
  return scripts.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
}

async function builtScripts() {
  const result = await build({ logLevel: 'silent', build: { write: false } })
  const { output } = result as Rolldown.RolldownOutput
  return output.filter(file => file.type === 'chunk').filter(({ fileName }) => fileName.endsWith('.js'))
}
