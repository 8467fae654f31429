import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

test('what a document links to in the project exists', () => {
  const documents = ['.', 'docs', 'docs/decisions', 'cities'].flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  )
  const missing = documents.flatMap(document =>
    [...readFileSync(document, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, to]) => String(to))
      .filter(to => !/^https?:/.test(to) && !existsSync(join(dirname(document), to)))
      .map(to => `${document}: ${to}`),
  )
  expect(documents.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})
