import type { GenericSchema } from 'valibot'
import { filterNames, type ParameterName } from './parameters.ts'
import { Centre, District, Offer, pageOf, Session, SessionAvailability, Start } from './shapes.ts'

/** An address of the API: what it answers, and what may be asked. */
export type Endpoint = {
  summary: string
  description: string
  parameters: readonly ParameterName[]
  answer: GenericSchema
}

/**
 * The whole API, in the order in which one gets to know it. The document is made from it, and what may be asked at each
 * address; what answers there is mounted in api-routes.tsx.
 */
export const endpoints = {
  '': {
    summary: 'Where to begin',
    description: 'The network of the city that belongs to this host, and its lists.',
    parameters: ['lang'],
    answer: Start,
  },
  '/centres': {
    summary: 'All centres',
    description: 'The family centres of the city with address, opening hours and how to get there.',
    parameters: ['lang'],
    answer: pageOf(Centre),
  },
  '/centres/{id}': {
    summary: 'One centre',
    description: 'The same of one centre.',
    parameters: ['lang'],
    answer: Centre,
  },
  '/offers': {
    summary: 'Offers',
    description:
      'Each published offer once, with its next date that fits. Filters are those of the list for families.',
    parameters: ['lang', 'limit', 'cursor', 'centre', ...filterNames],
    answer: pageOf(Offer),
  },
  '/offers/{id}': {
    summary: 'One offer',
    description: 'The same of one offer.',
    parameters: ['lang'],
    answer: Offer,
  },
  '/sessions': {
    summary: 'Dates',
    description: 'Single dates in the order of their time, cancelled ones among them; filters as for offers.',
    parameters: ['lang', 'limit', 'cursor', 'from', 'until', 'centre', 'offer', ...filterNames],
    answer: pageOf(Session),
  },
  '/sessions/{id}': {
    summary: 'One date',
    description: 'The same of one date.',
    parameters: ['lang'],
    answer: Session,
  },
  '/availability': {
    summary: 'Free places',
    description: 'Whether one can still join each date: short, for those who know the dates already.',
    parameters: ['limit', 'cursor', 'from', 'until', 'centre', 'offer'],
    answer: pageOf(SessionAvailability),
  },
  '/districts': {
    summary: 'Districts',
    description: 'The districts of the city, with the codes that the filter `district` takes.',
    parameters: [],
    answer: pageOf(District),
  },
} as const satisfies Record<string, Endpoint>

export type EndpointPath = keyof typeof endpoints
