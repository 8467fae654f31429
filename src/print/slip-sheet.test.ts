import { afterAll, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Language } from '../platform/wording/wording.ts'

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
  places: 9,
})
const session = await town.aSession({ offer, on: '2026-11-27' })
const code = /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/

test.each<Language>(['de', 'ar', 'uk', 'ti'])(
  'the slip of a family that reads %s says what it is for, and opens it by its code',
  async language => {
    const { registrationId } = await joins(town, session, { ...aFamily('Haile', onPaper), language })
    const sheet = await print(registrationId)
    expect(sheet).toMatchObject({
      isTagged: true,
      language: language.slice(0, 2),
      showsTitle: true,
      pages: 1,
    })
    expect(sheet.text).toContain('Musikgarten')
    expect(sheet.text).toContain(`localhost/${language}/my`)
    const opened = await visitor.post('/de/my', { code: sheet.text.match(code)?.[0] ?? '' })
    expect(opened.headers.get('location')).toContain('/de/my/')
  },
)

test('the code that was just given stands on it; another family does not get it by that', async () => {
  const mine = await joins(town, session, aFamily('Haile', onPaper))
  const others = await joins(town, session, aFamily('Novak', onPaper))
  expect((await print(mine.registrationId, mine.keys.code)).text).toContain(mine.keys.code)
  expect((await print(mine.registrationId, others.keys.code)).text).not.toContain(others.keys.code)
})

test('where somebody else may read along, it says no more than the code', async () => {
  const contact = { kind: 'none' as const, neutral: true }
  const { registrationId } = await joins(town, session, aFamily('Leise', { contact }))
  const { text } = await print(registrationId)
  expect(text).toMatch(code)
  expect(text).not.toMatch(/Musikgarten|KiEZ|Leise/)
})

test('a locked family gets none, and neither does somebody who leads another centre', async () => {
  const { registrationId } = await joins(town, session, aFamily('Haile', onPaper))
  const path = `/de/staff/registrations/${registrationId}/slip.pdf`
  expect((await nextDoor.post(path, {})).status).toBe(404)
  expect((await visitor.post(path, {})).status).toBe(303)
  await lead.post(`/de/staff/registrations/${registrationId}/lock`, {})
  expect((await lead.post(path, {})).status).toBe(404)
})

const onPaper = { contact: { kind: 'none' as const } }

async function print(registrationId: string, given = '') {
  const answer = await lead.post(`/de/staff/registrations/${registrationId}/slip.pdf`, { code: given })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}
