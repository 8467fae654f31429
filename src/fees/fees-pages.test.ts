import { load } from 'cheerio'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const manager = webForTest(database, {
  as: {
    ...leadOf(town.westend),
    memberships: [{ role: 'provider-manager', providerId: town.westend.providerId, centreId: null }],
  },
})
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), manager.close(), admin.end()]))
beforeEach(() => admin.query('truncate cash_boxes, fee_choices, reduced_prices cascade'))

const workshop = await town.anOffer({
  ...{ title: 'Holzwerkstatt', registration: 'session', counts: 'child', places: 20 },
  ...{ priceCents: 550, pricePer: 'session' },
})
const saturday = await town.aSession({ offer: workshop, at: '16:30', until: '18:00' })
const joined = await joins(town, saturday, aFamily('Yıldız', { firstNames: ['Ayşe'] }))
const box = `/de/staff/fees/${town.westend.slug}`
const payers = `/de/staff/fees/intakes/${saturday.intakeId}`

describe('a family', () => {
  test('reads the lesser price beside the full one, at once when the lead has set it', async () => {
    const price = async () =>
      load(await (await family.get(`/de/offers/${workshop.slug}`)).text())('main').text()
    expect(await price()).not.toContain('ermäßigt')
    await lead.post(`${box}/prices`, { offer: workshop.id, reduced: '2' })
    expect(await price()).toMatch(/5,50\s€ pro Termin, ermäßigt 2\s€/)
    expect(await price()).toContain('dein Wort genügt')
  })

  test.each([
    ['de', 'Dein Beitrag', 'Du musst nichts mitbringen.'],
    ['ar', 'رسم المشاركة', 'لا تحتاجون إلى إحضار أي مبلغ.'],
  ])('says in %s that it pays nothing, and nobody asks why', async (language, title, nothing) => {
    const mine = load(await (await family.get(`/${language}/my/${joined.keys.link}`)).text())
    const way = mine(`a[href="/${language}/my/${joined.keys.link}/fee"]`)
    expect(way).toHaveLength(1)
    const address = way.attr('href') ?? ''
    const page = await family.get(address)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(load(await page.text())('h1').text()).toBe(title)
    const kept = await family.post(address, { level: 'waived' })
    expect(kept.headers.get('location')).toBe(`${address}?news=kept`)
    expect(load(await (await family.get(address)).text())('main').text()).toContain(nothing)
  })

  test('is told when it chose nothing; a stranger’s link opens nothing', async () => {
    expect((await family.post(`/de/my/${joined.keys.link}/fee`, {})).status).toBe(422)
    expect((await family.get('/de/my/AAAAAAAAAAAAAAAAAAAAAA/fee')).status).toBe(404)
  })
})

describe('the lead', () => {
  test('takes what is open with one press and prints a receipt without a name', async () => {
    const page = load(await (await lead.get(payers)).text())
    const press = page(`form[action="/de/staff/fees/registrations/${joined.registrationId}/payment"]`).first()
    const fields = Object.fromEntries(press.serializeArray().map(({ name, value }) => [name, value]))
    expect(fields.amount).toBe('5,50')
    const done = await lead.post(press.attr('action') ?? '', fields)
    expect(done.headers.get('location')).toBe(`${payers}?news=paid`)
    expect(load(await (await lead.get(payers)).text())('main').text()).toContain('erledigt')

    const { rows } = await admin.query('select id from cash_entries')
    const receipt = await textOf(lead, `/de/staff/fees/entries/${rows[0].id}/receipt.pdf`)
    expect(receipt).toContain('Quittung Nr. 1')
    expect(receipt).toContain('Holzwerkstatt')
    expect(receipt).not.toMatch(/Yıldız|Ayşe/)
  })

  test('prints the confirmation for Bildung und Teilhabe, with the child and without what it pays by its word', async () => {
    const paper = await textOf(lead, `/de/staff/fees/registrations/${joined.registrationId}/confirmation.pdf`)
    for (const words of ['Bildung und Teilhabe', 'Ayşe', 'Holzwerkstatt', '5,50', 'Geburtsdatum'])
      expect(paper).toContain(words)
    expect(paper).not.toContain('ermäßigt')
  })

  test('gives money back, counts the box and reads the day sheet', async () => {
    await lead.post(`${box}/move`, {
      kind: 'put-in',
      amount: '20',
      words: 'Wechselgeld',
      renderingKey: key(),
    })
    await lead.post(`${box}/payment`, { offer: workshop.id, amount: '5,50', renderingKey: key() })
    const { rows } = await admin.query(`select id from cash_entries where kind = 'payment'`)
    const back = await lead.post(`/de/staff/fees/entries/${rows[0].id}`, {
      amount: '5,50',
      words: '',
      renderingKey: key(),
    })
    expect(back.status).toBe(303)
    const done = await lead.post(`${box}/count`, { counted: '19', renderingKey: key() })
    expect(done.headers.get('location')).toBe(`${box}?news=short`)
    const sheet = load(await (await lead.get(`${box}/sheets/1`)).text())('main').text()
    for (const words of ['Wechselgeld', 'zurückgegeben', 'beim Zählen zu wenig', '19'])
      expect(sheet).toContain(words)
    expect((await manager.get(`${box}/sheets/1`)).status).toBe(200)
    expect(load(await (await manager.get('/de/staff/fees')).text())('main').text()).toContain('Holzwerkstatt')
  })

  test.each([
    ['payment', { amount: 'viel' }, 'Bitte einen Betrag eintragen'],
    ['move', { kind: 'taken-out', amount: '5' }, 'So viel liegt nicht in der Kasse'],
    ['count', { counted: '' }, 'Bitte einen Betrag eintragen'],
  ])('is told how to mend a %s', async (form, fields, words) => {
    const answer = await lead.post(`${box}/${form}`, { offer: workshop.id, renderingKey: key(), ...fields })
    expect(answer.status).toBe(422)
    expect(load(await answer.text())('[role="alert"]').text()).toContain(words)
  })
})

let keys = 0
const key = () => `aaaaaaaaaaaaaaaaaaaa${keys++}`

const textOf = async (web: typeof lead, address: string) => {
  const answer = await web.get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  const sheet = await getDocument({ data: bytes, verbosity: 0 }).promise
  const { items } = await (await sheet.getPage(1)).getTextContent()
  expect(sheet.numPages).toBe(1)
  return items.map(item => ('str' in item ? item.str : '')).join('')
}
