import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { invite, redeem, showDoor } from '../invitations/index.ts'
import { addPartner } from '../network/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend } = town
const ofWestend = { providerId: westend.providerId, centreId: westend.id }
const team = town.contextOf(leadOf(westend))
const lead = webForTest(database, { as: leadOf(westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([lead.close(), nextDoor.close(), admin.end()]))

const facts = { name: 'Hebamme', kind: 'midwife' as const, website: '', isPublished: false, contributes: {} }
const partner = await addPartner(team, ofWestend, facts)
const partnerId = partner.outcome === 'added' ? partner.id : ''
const offer = await town.anOffer({
  ...{ slug: 'krabbeln', place: 'Raum 2' },
  texts: { de: { title: 'Krabbelgruppe' }, ar: { title: 'مجموعة الحبو' } },
})
const session = await town.aSession({ offer, on: '2026-12-01', at: '10:00' })
const photograph = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } })
  .jpeg()
  .toBuffer()
await showDoor(team, ofWestend, { photograph, looks: { de: 'Blaue Tür neben der Bäckerei' } })
const toDate = await invite(team, ofWestend, {
  ...{ partnerId, called: 'Frau K.', to: { sessionId: session.id }, sheets: 1 },
})
const weekly = await invite(team, ofWestend, {
  ...{ partnerId, called: '', to: { weekday: 2, starts: Temporal.PlainTime.from('09:30') }, sheets: 2 },
})

describe.each([
  ['de', 'Frau K. erwartet Sie am Dienstag, 1. Dezember, um 10:00 Uhr', 'Krabbelgruppe'],
  ['en', 'Frau K. is expecting you on Tuesday 1 December at 10:00', 'Krabbelgruppe'],
  ['ar', undefined, undefined],
])('invitations in %s', (language, expects, title) => {
  test('are a PDF/UA-1 of one sheet, four tear-offs with who, when, where and a code each', async () => {
    const sheet = await readSheet(`/${language}/staff/invitations/${toDate}/tear-offs.pdf`)
    expect(sheet).toMatchObject({ isTagged: true, showsTitle: true, language, pages: 1 })
    expect(sheet.claims).toBe('<pdfuaid:part>1</pdfuaid:part>')
    expect(sheet.roles.filter(role => role === 'H1')).toHaveLength(4)
    expect(sheet.fonts.embedded).toBe(sheet.fonts.all)
    expect(sheet.size).toBeLessThan(200_000)
    for (const code of await codesOf(toDate)) expect(plain(sheet.text)).toContain(code)
    expect(plain(sheet.text).split('Wellritzstraße38').length - 1).toBe(4)
    if (expects) expect(plain(sheet.text).split(plain(expects)).length - 1).toBe(4)
    if (title) expect(sheet.text).toContain(title)
    for (const { x, right, y, text, width, height } of sheet.words) {
      expect(x, text).toBeGreaterThan(10)
      expect(right, text).toBeLessThan(width - 10)
      expect(y, text).toBeGreaterThan(10)
      expect(y, text).toBeLessThan(height - 10)
    }
  })

  test('show the door with words for who cannot see it, and lead to a page whose address says no code', async () => {
    const { alternatives } = await readSheet(`/${language}/staff/invitations/${toDate}/tear-offs.pdf`)
    expect(alternatives.join()).toContain('Blaue Tür neben der Bäckerei')
    expect(alternatives.join()).toContain(`http://localhost/${language}/offers/krabbeln`)
    for (const code of await codesOf(toDate))
      expect(alternatives.join().replace(/-/g, '')).not.toContain(code)
  })
})

test('where nobody is named the house expects the family; two sheets hold eight tear-offs', async () => {
  const sheet = await readSheet(`/de/staff/invitations/${weekly}/tear-offs.pdf`)
  expect(plain(sheet.text)).toContain(plain('Wir erwarten Sie jeden Dienstag um 9:30 Uhr'))
  expect(sheet.alternatives.join()).toContain('http://localhost/de/centres/kiez-westend')
  expect(sheet.pages).toBe(2)
  expect(sheet.roles.filter(role => role === 'H1')).toHaveLength(8)
})

test('a tear-off that was brought is not printed again', async () => {
  const [code = ''] = await codesOf(weekly)
  await redeem(team, code)
  expect(plain((await readSheet(`/de/staff/invitations/${weekly}/tear-offs.pdf`)).text)).not.toContain(code)
})

test('to a date that is cancelled nobody is asked any more', async () => {
  await admin.query(
    `update sessions set state = 'cancelled', cancel_reason = 'illness', cancelled_at = now() where id = $1`,
    [session.id],
  )
  expect((await lead.get(`/de/staff/invitations/${toDate}/tear-offs.pdf`)).status).toBe(404)
  expect(await (await lead.get('/de/staff/invitations')).text()).toContain('Der Termin findet nicht statt')
})

test('who leads another centre learns not even that there are any', async () => {
  expect((await nextDoor.get(`/de/staff/invitations/${weekly}/tear-offs.pdf`)).status).toBe(404)
})

const codesOf = async (id: string): Promise<string[]> =>
  (await admin.query('select code from invitation_codes where invitation_id = $1', [id])).rows.map(
    row => row.code,
  )

async function readSheet(path: string) {
  const answer = await lead.get(path)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

/** Without the marks of direction, hyphens and the places where lines break. */
const plain = (text: string) => text.replace(/[\u2066-\u2069\u200b\s-]/g, '')
