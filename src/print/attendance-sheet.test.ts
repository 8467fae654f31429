import { afterAll, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const visitor = webForTest(database)
afterAll(() => Promise.all([lead, nextDoor, visitor].map(web => web.close())))

const offer = await town.anOffer({
  title: 'Musikgarten',
  registration: 'session',
  counts: 'child',
  places: 2,
})
const session = await town.aSession({ offer, on: '2026-11-27' })
await joins(town, session, aFamily('Yıldız'))
await joins(town, session, aFamily('Мельник'))
await joins(town, session, aFamily('Wartende'))
const path = `staff/sessions/${session.id}/list.pdf`

test.each(['de', 'en', 'ar'])(
  'the list of a session in %s: who comes, to be ticked, and nobody else',
  async language => {
    const answer = await lead.get(`/${language}/${path}`)
    const sheet = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(sheet).toMatchObject({ isTagged: true, language, showsTitle: true })
    expect(sheet.text).toContain('Yıldız')
    expect(sheet.text).toContain('Мельник')
    expect(sheet.text).not.toContain('Wartende')
    expect(sheet.roles).toContain('Table')
    expect(sheet.roles.filter(role => role === 'TH').length).toBeGreaterThanOrEqual(4)
  },
)

test('no telephone number and no address stands on paper that lies about', async () => {
  const sheet = await readPdf(new Uint8Array(await (await lead.get(`/de/${path}`)).arrayBuffer()))
  expect(sheet.text).not.toMatch(/@|0611/)
})

test('nobody keeps it on the way', async () => {
  const { headers } = await lead.get(`/de/${path}`)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-fresh-until')).toBeNull()
})

test('who leads another centre learns not even that there is a list, and a visitor signs in first', async () => {
  expect((await nextDoor.get(`/de/${path}`)).status).toBe(404)
  expect((await visitor.get(`/de/${path}`)).status).toBe(303)
})
