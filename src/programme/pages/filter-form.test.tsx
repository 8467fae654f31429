import { expect, test } from 'vitest'
import { wordingFor } from '../../platform/wording/wording.ts'
import type { Filters } from '../filters.ts'
import { FilterForm } from './filter-form.tsx'

const westend = { districts: [{ code: 'westend', name: 'Westend' }], centres: [], languages: ['de'] }
const harbour = { districts: [{ code: 'hafen', name: 'Hafen' }], centres: [], languages: ['de', 'tr'] }

const form = (choices: typeof westend, { filters = {} as Filters, language = 'de' as 'de' | 'en' } = {}) =>
  String(<FilterForm wording={wordingFor(language, 'UTC')} filters={filters} choices={choices} />)

test('the form that is kept is that of the city, in the language of the page', () => {
  expect(form(westend)).toContain('Westend')
  expect(form(harbour)).not.toContain('Westend')
  expect(form(westend)).toBe(form(westend))
  expect(form(westend, { language: 'en' })).not.toBe(form(westend))
})

test('what a family has chosen stays in her own form', () => {
  expect(form(westend, { filters: { free: 'yes', q: 'Zirkus' } })).toContain('checked')
  expect(form(westend)).not.toMatch(/checked|Zirkus/)
})
