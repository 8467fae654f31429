import { fulltext, isMoment, type Parameter, uuid } from '../parameters.ts'

const id = (what: string): Parameter => ({
  description: `Only of this ${what}.`,
  schema: { type: 'string', format: 'uuid', title: 'UUID' },
  accepts: text => uuid.test(text),
})
const flag = (description: string): Parameter => ({
  description,
  schema: { type: 'boolean', enum: ['true', 'false'] },
  accepts: text => text === 'true' || text === 'false',
})

export const hsdsParameters = {
  search: { ...fulltext, description: 'Full text search.' },
  page: {
    description: 'Number of the page, from 1.',
    schema: { type: 'integer', minimum: 1, title: 'number of a page' },
    accepts: (text: string) => /^[1-9]\d{0,4}$/.test(text),
  },
  per_page: {
    description: 'Length of a page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, title: 'number from 1 to 100' },
    accepts: (text: string) => /^([1-9]\d?|100)$/.test(text),
  },
  taxonomy_term_id: id('term'),
  taxonomy_id: id('taxonomy'),
  organization_id: id('organization'),
  modified_after: {
    description: 'Changed at or after this moment.',
    schema: { type: 'string', format: 'date-time', title: 'moment such as 2026-11-23T08:00:00Z' },
    accepts: isMoment,
  },
  minimal: flag('Only ids and when they changed.'),
  full: flag('With everything around it.'),
  postcode: {
    description: 'At centres with this postal code.',
    schema: { type: 'string', title: 'postal code' },
    accepts: (text: string) => /^\d{5}$/.test(text),
  },
} satisfies Record<string, Parameter>

export type HsdsParameter = keyof typeof hsdsParameters

const pages = ['page', 'per_page'] as const
const which = ['search', 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after'] as const

/** Every address below /hsds/{language}, with the parameters it takes. */
export const hsdsEndpoints = {
  '': [],
  '/services': [...pages, ...which, 'minimal', 'full'],
  '/services/{id}': [],
  '/service_at_locations': [...pages, ...which, 'full', 'postcode'],
  '/service_at_locations/{id}': [],
  '/organizations': [...pages, 'full'],
  '/organizations/{id}': [],
  '/locations': [...pages],
  '/locations/{id}': [],
  '/taxonomies': [...pages],
  '/taxonomies/{id}': [],
  '/taxonomy_terms': [...pages, 'taxonomy_id'],
  '/taxonomy_terms/{id}': [],
} as const satisfies Record<string, readonly HsdsParameter[]>

export type HsdsPath = keyof typeof hsdsEndpoints
