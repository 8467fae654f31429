import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsTable } from '../src/platform/config.ts'
import { tableRows } from './support/markdown-table.ts'

const readme = readFileSync('README.md', 'utf8')
const rows = tableRows(readme)

test('the README shows every setting as the program knows it', () => {
  const start = rows.findIndex(([name]) => name === 'name') + 2
  const shown = rows.slice(start, start + settingsTable.length)
  expect(shown).toEqual(
    settingsTable.map(({ name, fallback, meaning }) => [`\`${name}\``, fallback, meaning]),
  )
  expect(rows[start + settingsTable.length]).toBeUndefined()
})

test('the README names every script', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = rows.map(([first]) => first)
  for (const script of Object.keys(scripts))
    expect(named).toContain(
      ['start', 'test'].includes(script) ? `\`npm ${script}\`` : `\`npm run ${script}\``,
    )
})

test('what the README links to in the project exists', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => String(to))
  const missing = links.filter(to => !to.startsWith('http') && !existsSync(to))
  expect(missing).toEqual([])
})
