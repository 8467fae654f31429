import { readFile } from 'node:fs/promises'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { mostOfACentre } from './recording.ts'
import { deleteRecordings } from './store.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
const voice = await readFile('tests/media/voice.webm')
const texts = { ar: { title: 'مجموعة الزحف' } }
const offer = await town.anOffer({ texts })
const address = `/de/staff/programme/${offer.slug}/recordings`
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))
beforeEach(async () => {
  await admin.query('delete from offer_recordings')
})

describe('a recording of the lead', () => {
  test('is heard where the words stand in its language, loaded on a tap, in place of the voice of the phone', async () => {
    const silent = await pageOf()
    expect([silent('audio').length, silent('listen-aloud').length]).toEqual([0, 1])
    expect((await speaks(lead, 'de', voice)).status).toBe(303)

    const german = await pageOf()
    expect(german('audio').attr()).toMatchObject({ preload: 'none', 'aria-label': 'Anhören' })
    expect(german('listen-aloud').length).toBe(0)
    const heard = await family.get(german('audio').attr('src') ?? '')
    expect(heard.headers.get('content-type')).toBe('audio/webm')
    expect(heard.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(Buffer.from(await heard.arrayBuffer()).equals(voice)).toBe(true)

    const arabic = await pageOf('ar')
    expect([arabic('audio').length, arabic('listen-aloud').length]).toEqual([0, 1])
  })

  test('is sent in the parts a player asks for', async () => {
    await speaks(lead, 'ar', voice)
    const src = (await pageOf('ar'))('audio').attr('src')
    const part = await family.request(`http://localhost${src}`, { headers: { range: 'bytes=0-1' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-1/${voice.length}`])
    await part.body?.cancel()
  })

  test('is replaced by another, and gone when she takes it down', async () => {
    await speaks(lead, 'de', voice)
    const first = (await pageOf())('audio').attr('src') ?? ''
    await speaks(lead, 'de', Buffer.from('OggS other voice'))
    const second = (await pageOf())('audio').attr('src') ?? ''
    expect(second).not.toBe(first)
    expect((await family.get(first)).status).toBe(404)
    await lead.post(`${address}/take-down`, { language: 'de' })
    expect((await pageOf())('audio').length).toBe(0)
    expect((await family.get(second)).status).toBe(404)
  })

  test('that is older than the text says so to families and to the lead', async () => {
    await speaks(lead, 'de', voice)
    expect((await pageOf())('main').text()).not.toContain('Der Text ist neuer')
    await admin.query(`update offer_texts set summary = 'Ab Januar um 10 Uhr' where language = 'de'`)
    expect((await pageOf())('main').text()).toContain('Der Text ist neuer als die Aufnahme.')
    expect(await (await lead.get(address)).text()).toContain('Bitte sprich ihn neu ein.')
    await speaks(lead, 'de', voice)
    expect((await pageOf())('main').text()).not.toContain('Der Text ist neuer')
  })

  test('is not heard while the offer is not published', async () => {
    await speaks(lead, 'de', voice)
    const src = (await pageOf())('audio').attr('src') ?? ''
    await admin.query(`update offers set state = 'draft' where id = $1`, [offer.id])
    expect((await family.get(src)).status).toBe(404)
    await admin.query(`update offers set state = 'published' where id = $1`, [offer.id])
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'Wähle eine Aufnahme aus.'],
    ['a letter', Buffer.from('Liebe Stadt'), 'Das ist keine Tonaufnahme'],
    ['what is too large', Buffer.alloc(5 * 1024 * 1024 + 1, 'OggS'), 'größer als 5 MB'],
  ])('is not %s', async (_, sent, said) => {
    const answer = await speaks(lead, 'de', sent)
    expect(answer.status).toBe(422)
    expect(load(await answer.text())('[role=alert] a[href="#recording-de"]').text()).toContain(said)
    expect(await kept()).toBe(0)
  })

  test('is spoken in a language in which something stands there', async () => {
    expect((await speaks(lead, 'tr', voice)).status).toBe(404)
    expect((await speaks(lead, '', voice)).status).toBe(404)
  })

  test('is refused once the recordings of the centre fill their room; what it replaces does not count', async () => {
    const large = 5 * 1024 * 1024
    for (let number = 0; number < mostOfACentre / large; number++) {
      const { id } = await town.anOffer({ title: `Angebot ${number}` })
      await fills(id, large)
    }
    const full = await speaks(lead, 'de', voice)
    expect(full.status).toBe(422)
    expect(await full.text()).toContain('zusammen 100 MB')

    await fills(offer.id, 4096)
    await admin.query('delete from offer_recordings where ctid = (select min(ctid) from offer_recordings)')
    expect((await speaks(lead, 'de', voice)).status).toBe(303)
  })

  test('is made and taken by who leads the centre; without the policy another lead could', async () => {
    await speaks(lead, 'de', voice)
    expect((await speaks(nextDoor, 'de', voice)).status).toBe(404)
    expect((await nextDoor.post(`${address}/take-down`, { language: 'de' })).status).toBe(404)
    expect(await takenNextDoor()).toBe(0)
    await admin.query('alter table offer_recordings disable row level security')
    expect(await takenNextDoor()).toBe(1)
    await admin.query('alter table offer_recordings enable row level security')
  })

  test('leaves in the audit log its language, and nothing it says', async () => {
    await speaks(lead, 'de', voice)
    await lead.post(`${address}/take-down`, { language: 'de' })
    const { rows } = await admin.query(
      `select distinct action, fields from audit_entries 
       where action like 'recording.%' and fields = '{de}' order by action desc`,
    )
    expect(rows).toEqual([
      { action: 'recording.taken-down', fields: ['de'] },
      { action: 'recording.made', fields: ['de'] },
    ])
  })

  test('goes a year after the last date, not before, and with its offer at once', async () => {
    await speaks(lead, 'de', voice)
    await town.aSession({ offer })
    await admin.query(`update offer_recordings set recorded_on = '2025-01-01'`)
    const deletedOn = (day: string) =>
      inTransaction(town.contextOf({ kind: 'system' }), tx =>
        deleteRecordings(tx, town.city.id, Temporal.PlainDate.from(day), 10),
      )
    expect(await deletedOn('2027-11-23')).toEqual([])
    expect(await deletedOn('2027-11-24')).toEqual([{ providerId: town.westend.providerId }])

    const short = await town.anOffer({ title: 'Einmal' })
    await fills(short.id, 10)
    await admin.query('delete from offers where id = $1', [short.id])
    expect(await kept()).toBe(0)
  })
})

const speaks = (web: typeof lead, language: string, sent: Buffer) => {
  const form = new FormData()
  form.set('language', language)
  form.set('recording', new File([new Uint8Array(sent)], 'bild.jpg', { type: 'image/jpeg' }))
  return web.post(address, form)
}

const pageOf = async (language = 'de') =>
  load(await (await family.get(`/${language}/offers/${offer.slug}`)).text())

const kept = async () => (await admin.query('select from offer_recordings')).rowCount

const fills = (offerId: string, size: number) =>
  admin.query(
    `insert into offer_recordings values ($1, $2, $3, $4, 'de', 'abcdefghijklmnopqrstuv', 'audio/ogg',
      convert_to(repeat('x', $5), 'UTF8'), 'words', '2026-11-23')`,
    [town.city.id, town.westend.providerId, town.westend.id, offerId, size],
  )

/** How many recordings a lead of another centre could delete by asking the database herself. */
const takenNextDoor = () =>
  inTransaction(town.contextOf(leadOf(town.dotzheim)), async tx => {
    const gone = await tx.deleteFrom('offerRecordings').returning('offerId').execute()
    return gone.length
  })
