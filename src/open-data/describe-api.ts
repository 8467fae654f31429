import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { type Endpoint, endpoints } from './endpoints.ts'
import { parameters } from './parameters.ts'
import { apiRoot } from './paths.ts'
import { ProblemShape } from './shapes.ts'

type Described = { name: string; origin: string; documentation: string }

/** The API as an OpenAPI 3.1 document, for the host that asks. */
export const describeApi = ({ name, origin, documentation }: Described) => ({
  openapi: '3.1.1',
  info: {
    title: `${name}: open data`,
    version: '1.0.0',
    description:
      'The programme of the family centres of a city: read-only, without a key, for everybody. Answers carry an ' +
      'ETag; ask with If-None-Match and get 304 while nothing changed.',
  },
  externalDocs: { url: documentation },
  servers: [{ url: origin + apiRoot }],
  paths: Object.fromEntries(
    Object.entries(endpoints).map(([path, endpoint]) => [path || '/', { get: operationOf(path, endpoint) }]),
  ),
  components: { schemas: { Problem: schemaOf(ProblemShape) } },
})

const operationOf = (path: string, { summary, description, parameters: names, answer }: Endpoint) => ({
  operationId: `get${path.replace(/[/{]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('}', '')}`,
  summary,
  description,
  parameters: [
    ...(path.includes('{id}') ? [idParameter] : []),
    ...names.map(name => ({
      ...{ name, in: 'query', description: parameters[name].description },
      schema: parameters[name].schema,
    })),
  ],
  responses: {
    '200': { description: summary, content: { 'application/json': { schema: schemaOf(answer) } } },
    '304': { description: 'Nothing changed since the ETag that was sent.' },
    '4XX': {
      description: 'What is wrong with the question (RFC 9457).',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})

const idParameter = {
  ...{ name: 'id', in: 'path', required: true },
  schema: { type: 'string', format: 'uuid' },
}

const schemaOf = (schema: GenericSchema) => {
  const { $schema: _, ...described } = toJsonSchema(schema, { target: 'draft-2020-12' })
  return described
}
