import { load } from 'cheerio'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const deputy = webForTest(database, { as: { ...leadOf(town.westend), accountId: 'deputy' } })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(async () => {
  await admin.connect()
  await admin.query(
    `insert into memberships (city_id, account_id, role, provider_id, centre_id, valid)
     values ($1, 'lead', 'centre-lead', $2, $3, '[2026-01-01,)')`,
    [town.city.id, town.westend.providerId, town.westend.id],
  )
})
afterAll(() => Promise.all([family.close(), lead.close(), deputy.close(), nextDoor.close(), admin.end()]))
beforeEach(async () => {
  await admin.query('delete from introductions')
  await lead.post(address, { ...ofCentre, name: 'Aylin', standsAs: 'lead', consent: 'yes' })
})

const address = '/de/staff/introduction'
const ofCentre = { centre: town.westend.slug }

describe('the picture of a lead', () => {
  test('stands beside her name, with words for who cannot see it, and is sent as a picture', async () => {
    expect((await send(lead, await photograph())).status).toBe(303)

    const shown = await pictureOnPage()
    expect(shown.alt).toBe('Bild von Aylin')
    const answer = await family.get(shown.src ?? '')
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
  })

  test('is replaced by another one and gone when she takes it down', async () => {
    await send(lead, await photograph('#b64'))
    const first = await pictureOnPage()
    await send(lead, await photograph('#246'))
    const second = await pictureOnPage()
    expect(second.src).not.toBe(first.src)
    expect((await family.get(first.src ?? '')).status).toBe(404)

    await lead.post(`${address}/picture/take-down`, ofCentre)
    expect(await pictureOnPage()).toEqual({ src: undefined, alt: undefined })
    expect((await family.get(second.src ?? '')).status).toBe(404)
    expect(await kept()).toBe(0)
  })

  test('goes with her entry', async () => {
    await send(lead, await photograph())
    await lead.post(`${address}/take-down`, ofCentre)
    expect(await kept()).toBe(0)
  })

  test('needs her entry first, and a file that is a picture', async () => {
    const letter = await send(lead, Buffer.from('Liebe Stadt'))
    expect(letter.status).toBe(422)
    const page = load(await letter.text())
    expect(page('[role=alert] a[href="#picture"]').text()).toContain('JPEG, PNG oder WebP')
    expect((await lead.post(`${address}/picture`, ofCentre)).status).toBe(422)
    expect((await send(deputy, await photograph())).status).toBe(404)
    expect(await kept()).toBe(0)
  })

  test('may be as large as a telephone makes it, not larger; other forms stay small', async () => {
    const noise = Buffer.alloc(9 * 1024 * 1024, 'x')
    expect((await send(lead, noise)).status).toBe(422)
    expect((await send(lead, Buffer.alloc(11 * 1024 * 1024))).status).toBe(413)
    expect((await lead.post(address, { name: 'x'.repeat(300_000) })).status).toBe(413)
  })

  test('is read only once we know whose it is: what does not say how long it is stays small', async () => {
    const pieces = new ReadableStream({
      start(stream) {
        for (let sent = 0; sent < 20; sent++) stream.enqueue(new Uint8Array(65_536))
        stream.close()
      },
    })
    const { status } = await family.request(`http://localhost${address}/picture`, {
      ...{ method: 'POST', body: pieces, duplex: 'half' },
      headers: { origin: 'http://localhost', 'transfer-encoding': 'chunked' },
    } as RequestInit)
    expect(status).toBe(413)
  })

  test('is hers alone; without the policy a colleague could take it', async () => {
    await send(lead, await photograph())
    await deputy.post(`${address}/picture/take-down`, ofCentre)
    expect((await send(nextDoor, await photograph('#246'))).status).toBe(404)
    expect((await send(family, await photograph('#246'))).status).toBe(303)
    expect((await pictureOnPage()).alt).toBe('Bild von Aylin')

    expect(await takenBy('deputy')).toBe(0)
    await admin.query('alter table introduction_pictures disable row level security')
    expect(await takenBy('deputy')).toBe(1)
    await admin.query('alter table introduction_pictures enable row level security')
  })

  test('leaves in the audit log that it was shown, and nothing of it', async () => {
    await send(lead, await photograph())
    const { rows } = await admin.query(
      `select action, fields from audit_entries where action like 'portrait.%' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ action: 'portrait.shown', fields: [] }])
  })
})

const photograph = (background = '#b64') =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background } })
    .jpeg()
    .toBuffer()

const send = (web: typeof lead, file: Buffer) => {
  const form = new FormData()
  form.set('centre', town.westend.slug)
  form.set('picture', new File([new Uint8Array(file)], 'ich.jpg', { type: 'image/jpeg' }))
  return web.post(`${address}/picture`, form)
}

const pictureOnPage = async () => {
  const page = load(await (await family.get(`/de/centres/${town.westend.slug}`)).text())
  const picture = page('main img.portrait')
  return { src: picture.attr('src'), alt: picture.attr('alt') }
}

const kept = async () => (await admin.query('select from introduction_pictures')).rowCount

/** How many pictures somebody of the centre could delete by asking the database itself. */
const takenBy = async (account: string) => {
  const app = new pg.Client({ connectionString: database.app })
  await app.connect()
  try {
    await app.query('begin')
    for (const [name, value] of [
      ['kind', 'staff'],
      ['city', town.city.id],
      ['account', account],
      ['centres', `{${town.westend.id}}`],
    ])
      await app.query('select set_config($1, $2, true)', [`app.${name}`, value])
    return (await app.query('delete from introduction_pictures')).rowCount
  } finally {
    await app.query('rollback')
    await app.end()
  }
}
