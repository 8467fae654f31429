import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { staffWordingFor } from '../../platform/wording/wording.ts'
import { EasyHints } from './pages/easy-hints.tsx'

const shown = (text: string) =>
  load(String(<EasyHints texts={[{ part: 'body', text }]} wording={staffWordingFor('de', 'UTC')} />))

test('a lead reads which words a rule of Leichte Sprache notices, where, and what to write instead', () => {
  const page = shown('Wir singen.\nDas Kind wird abgeholt.')
  expect(page('.rows li').length).toBe(1)
  expect(page('.rows li').text()).toContain('Zeile 2')
  expect(page('q').text()).toBe('Das Kind wird abgeholt.')
  expect(page('.rows small').text()).toBe('Sag, wer es tut: „Wir rufen Sie an.“')
})

test('where nothing was noticed that is said, too', () => {
  expect(shown('Wir singen.')('p').first().text()).toContain('nichts aufgefallen')
})
