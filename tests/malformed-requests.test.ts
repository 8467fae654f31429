import { afterAll, expect, test } from 'vitest'
import type { StaffMember } from '../src/identity/index.ts'
import { apiRoot } from '../src/open-data/index.ts'
import { leadOf } from './support/families.ts'
import { databaseForThisFile } from './support/server.ts'
import { aTown } from './support/town.ts'
import { webForTest } from './support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const visitor = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) as StaffMember })
afterAll(() => Promise.all([visitor.close(), lead.close()]))

const nonsense = [
  '%00',
  "x'--",
  '00000000-0000-0000-0000-000000000000',
  '..%2f..%2fetc',
  encodeURI('💥'),
  'a'.repeat(2000),
  '%ff',
]
const parameters = [
  '',
  '?day=32&age=-1&page=1e9&district=%00',
  `?q=${'%27'.repeat(50)}&age=NaN`,
  '?q=%ff&next=//evil.example',
  '?centre=%00&month=%00&day=%2B275760-09-13&from=%2B275760-09-13',
  '?day=9999-12-31&from=-271821-04-20',
]

/** Fields named after what every object has: whoever looks them up finds something that nobody sent. */
const prototypeNames =
  '__proto__[]=x&constructor[]=x&toString[]=x&__proto__=x&constructor=x&constructor.name=x'

/** Every address of the product, each part of it that varies filled with something that cannot be. */
const addresses = (table: typeof visitor.routeTable, prefix: string) =>
  table.flatMap(({ method, path }) =>
    path.includes(':')
      ? nonsense.map(text => ({ method, path: `${prefix}${path.replace(/:\w+(\{[^}]*\})?/g, text)}` }))
      : parameters.map(query => ({ method, path: `${prefix}${path}${query}` })),
  )

test.each([
  ['a visitor', visitor],
  ['the lead of a centre', lead],
])(
  'nothing that %s sends is answered with a fault of ours',
  async (_, web) => {
    const faulty: string[] = []
    for (const { method, path } of [
      ...addresses(web.routeTable, '/de'),
      ...addresses(web.interfaceTable, apiRoot),
    ]) {
      const bodies =
        method === 'GET'
          ? [undefined]
          : ['', 'a=%ff&b[]=1&=', prototypeNames, '{"json":true}', '\u0000'.repeat(100)]
      for (const body of bodies) {
        const { status } = await web.request(`http://localhost${path}`, {
          method,
          headers: {
            origin: 'http://localhost',
            cookie: 'kieznetz.session_token=nonsense',
            ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          },
          ...(body !== undefined && { body }),
        })
        if (status >= 500)
          faulty.push(`${status} ${method} ${path.slice(0, 120)} ${String(body).slice(0, 20)}`)
      }
    }
    expect(faulty).toEqual([])
  },
  120_000,
)

test('a body that is no form is answered with what to do', async () => {
  const { status } = await visitor.request('http://localhost/de/my', {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'multipart/form-data; boundary=x' },
    body: 'no form at all',
  })
  expect(status).toBe(400)
})

test('a body larger than any of our forms is refused', async () => {
  const { status } = await visitor.request('http://localhost/de/my', {
    method: 'POST',
    headers: {
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '5000000',
    },
    body: `code=${'x'.repeat(5_000_000)}`,
  })
  expect(status).toBe(413)
})
