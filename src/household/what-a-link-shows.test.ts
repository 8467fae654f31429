import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { newSecret } from '../platform/web/keys.ts'

/** A link travels in mails and lies in histories of browsers: every page that it opens, whichever comes next. */

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const { registers, page } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), lead.close(), admin.end()]))

const pages = web.routeTable.filter(
  ({ method, path }) => method === 'GET' && path.startsWith('/my/:link') && !path.endsWith('/shared'),
)

/** A full address, a number, what a child needs, and when it was born. */
const secrets = /geheim@familie\.example|4711 ?0815|47110815|Rollstuhlkind|2017/

test('P07: no page of a link shows where a family is reached, what a child needs, or when it was born', async () => {
  const byMail = await aFamily({ email: 'geheim@familie.example' })
  const byPhone = await aFamily({ email: '', phone: '0171 47110815' })
  expect(pages.length).toBeGreaterThan(8)
  for (const { link, id } of [byMail, byPhone])
    for (const { path } of pages) {
      const address = `/de${path.replace(':link', link).replace(':registration', id)}`
      expect([path, ...(await shown(address))]).toEqual([path, 200, null])
    }
})

test('another guardian finds none of it either', async () => {
  const { id } = await aFamily({ email: 'geheim@familie.example' })
  const { rows } = await admin.query(
    'select child_id from registration_children where registration_id = $1',
    [id],
  )
  const made = await lead.post(`/de/staff/registrations/${id}/guardians`, {
    ...{ called: 'Deniz', 'children[]': rows[0].child_id, renderingKey: newSecret() },
  })
  const link = /\/my\/([\w-]{22})\/shared/.exec(await made.text())?.[1]
  expect(await shown(`/de/my/${link}/shared`)).toEqual([200, null])
})

test('control: all of it is stored, and the team finds what a child needs', async () => {
  const { intakeId, id } = await aFamily({ email: 'geheim@familie.example' })
  expect(await (await lead.get(`/de/staff/intakes/${intakeId}`)).text()).toContain('Rollstuhlkind')
  const { rows } = await admin.query(
    `select h.email, k.born_in::text from registrations r join households h on h.id = r.household_id
       join household_children k on k.household_id = h.id where r.id = $1`,
    [id],
  )
  expect(rows).toEqual([{ email: 'geheim@familie.example', born_in: '2017-08-01' }])
})

/** The status of a page or a paper, and the secret on it. */
const shown = async (address: string) => {
  const answer = await web.get(address)
  const isPaper = answer.headers.get('content-type')?.includes('pdf') ?? false
  const read = isPaper
    ? (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text
    : await answer.text()
  return [answer.status, secrets.exec(read)?.[0] ?? null] as const
}

/** It pays, has told what its child needs, and lets it be pictured. */
async function aFamily(reached: Record<string, string>) {
  const offer = await town.anOffer({
    ...{ registration: 'session', counts: 'child', places: 5, priceCents: 550, pricePer: 'session' },
  })
  const session = await town.aSession({ offer, on: '2026-12-07' })
  const { link } = await registers(session, { 'childMonth[]': '8', 'childYear[]': '2017', ...reached })
  const address = `/de/my/${link}/consents`
  await web.post(address, { do: 'needs', words: 'Rollstuhlkind', withAssistant: 'yes', agrees: 'yes' })
  const photo = String((await page(address)).$('[id^=photo-]').first().attr('name'))
  await web.post(address, { do: 'photos', [photo]: 'house', custody: 'yes' })
  const { rows } = await admin.query('select id from registrations where intake_id = $1', [session.intakeId])
  return { link, id: String(rows[0].id), intakeId: session.intakeId }
}
