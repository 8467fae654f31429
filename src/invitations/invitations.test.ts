import { load } from 'cheerio'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { addPartner } from '../network/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'
import { invite } from './invite.ts'
import { redeem } from './redeem.ts'
import { addTally } from './store/tallies.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const ofWestend = { providerId: westend.providerId, centreId: westend.id }
const team = town.contextOf(leadOf(westend))
const web = webForTest(database, { as: leadOf(westend) })
const nextDoor = webForTest(database, { as: leadOf(dotzheim) })
const visitor = webForTest(database)
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([web.close(), nextDoor.close(), visitor.close(), admin.end()]))

const partnerAt = async (name: string) => {
  const facts = { name, kind: 'midwife' as const, website: '', isPublished: false, contributes: {} }
  const added = await addPartner(team, ofWestend, facts)
  if (added.outcome !== 'added') throw new Error(added.outcome)
  return added.id
}
const midwife = await partnerAt('Hebamme Nadia Rahimi')
const visits = await partnerAt('Willkommensbesuche')
const offer = await town.anOffer({ slug: 'krabbeln', title: 'Krabbelgruppe' })
const session = await town.aSession({ offer, on: '2026-12-01', at: '10:00', until: '11:30' })
const elsewhere = await town.aSession({
  offer: await town.anOffer({ centre: dotzheim, title: 'Woanders' }),
  on: '2026-12-01',
})
const address = '/de/staff/invitations'
const asked = { partner: midwife, called: 'Frau K.', agreed: 'yes', session: session.id, sheets: '1' }
const ofCentre = { centre: westend.slug }

beforeEach(() => admin.query('delete from invitations; delete from invitation_tallies; delete from doors'))

const given = (partnerId = midwife) =>
  invite(team, ofWestend, { partnerId, called: 'Frau K.', to: { sessionId: session.id }, sheets: 1 })
const codesOf = async (id: string): Promise<[string, ...string[]]> => {
  const { rows } = await admin.query('select code from invitation_codes where invitation_id = $1', [id])
  const [first = '', ...rest] = rows.map(({ code }) => code as string)
  return [first, ...rest]
}
const sums = async () =>
  (
    await admin.query(`select p.name, to_char(month, 'YYYY-MM') as month, amount from invitation_tallies t
    left join network_partners p on p.id = t.partner_id order by p.name, month`)
  ).rows

describe('invitations', () => {
  test('are made for a partner, four tear-offs a sheet, each with a code of its own', async () => {
    const answer = await web.post(address, { ...ofCentre, ...asked, sheets: '2' })
    expect(answer.status).toBe(303)
    const { rows } = await admin.query('select id, called, printed, good_until::text from invitations')
    expect(rows).toMatchObject([{ called: 'Frau K.', printed: 8, good_until: '2027-02-22' }])
    expect(new Set(await codesOf(rows[0].id)).size).toBe(8)
  })

  test.each([
    ['de', 'Einladungen', 'Hebamme Nadia Rahimi', 'Di., 1. Dez., 10:00, Krabbelgruppe · Frau K.'],
    ['ar', 'الدعوات', 'Hebamme Nadia Rahimi', 'Krabbelgruppe · Frau K.'],
  ])('are listed in %s, with whom they are and to what they ask', async (language, title, sender, to) => {
    const id = await given()
    const $ = load(await (await web.get(`/${language}/staff/invitations`)).text())
    expect($('h1').text()).toContain(title)
    expect($('main .columns').text()).toContain(sender)
    expect($('main .columns').text()).toContain(to)
    expect($(`main a[href="/ar/staff/invitations/${id}/tear-offs.pdf"]`).text()).toContain('العربية')
  })

  test('ask to a time of every week where there is no date', async () => {
    const weekly = { ...asked, session: '', weekday: '2', starts: '10:00' }
    expect((await web.post(address, { ...ofCentre, ...weekly })).status).toBe(303)
    const $ = load(await (await web.get(address)).text())
    expect($('main .columns').text()).toContain('jeden Dienstag, 10:00')
  })

  test.each([
    ['without a sender', { partner: '' }, 'partner'],
    ['with a name, and nobody asked her', { agreed: '' }, 'agreed'],
    ['without a time', { session: '' }, 'weekday'],
    ['with a weekday, and no hour', { session: '', weekday: '2' }, 'starts'],
    ['of more paper than anybody hands on', { sheets: '11' }, 'sheets'],
  ])('%s are not made, and what was typed stays', async (_, change, field) => {
    const answer = await web.post(address, { ...ofCentre, ...asked, ...change })
    expect(answer.status).toBe(422)
    const $ = load(await answer.text())
    expect($(`[role=alert] a[href="#${field}"]`).length).toBe(1)
    expect($('#called').attr('value')).toBe('Frau K.')
  })

  test('need no name, and then nobody has to agree', async () => {
    expect((await web.post(address, { ...ofCentre, ...asked, called: '', agreed: '' })).status).toBe(303)
  })

  test('ask to nothing and through nobody of another centre', async () => {
    expect((await web.post(address, { ...ofCentre, ...asked, session: elsewhere.id })).status).toBe(404)
    const strange = { ...asked, centre: dotzheim.slug }
    expect((await nextDoor.post(address, strange)).status).toBe(404)
    expect((await web.post(address, strange)).status).toBe(404)
  })

  test('that were lost are taken back: no tear-off of them counts', async () => {
    const id = await given()
    const [code] = await codesOf(id)
    expect((await nextDoor.post(`${address}/${id}/take-back`, {})).status).toBe(404)
    expect((await web.post(`${address}/${id}/take-back`, {})).status).toBe(303)
    expect(await redeem(team, code)).toEqual({ outcome: 'unknown' })
  })
})

describe('a tear-off', () => {
  test('counts for whoever handed it on, as it is typed, and never who brought it', async () => {
    const [code] = await codesOf(await given())
    const typed = ` ${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`
    const answer = await web.post(`${address}/code`, { code: typed })
    expect(answer.headers.get('location')).toContain('news=counted')
    expect(await sums()).toEqual([{ name: 'Hebamme Nadia Rahimi', month: '2026-11', amount: 1 }])
    const { rows } = await admin.query(
      `select subject_id, fields, amount from audit_entries where action = 'invitation.redeemed'`,
    )
    expect(rows).toEqual([{ subject_id: town.westend.id, fields: [], amount: null }])
  })

  test('counts once: its photograph counts nothing, and no page says whose it was', async () => {
    const [code] = await codesOf(await given())
    await web.post(`${address}/code`, { code })
    const again = await web.post(`${address}/code`, { code })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('oder er ist schon gezählt')
    expect(await sums()).toMatchObject([{ amount: 1 }])
  })

  test('brought by many at once counts once; who only looks first would count them all', async () => {
    const [code, other] = await codesOf(await given())
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => redeem(team, code)))
    expect(outcomes.filter(({ outcome }) => outcome === 'counted')).toHaveLength(1)
    expect(await sums()).toMatchObject([{ amount: 1 }])

    const both = Promise.withResolvers<void>()
    let looked = 0
    const countAfterLooking = () =>
      inTransaction(team, async tx => {
        const seen = await tx
          .selectFrom('invitationCodes')
          .where('code', '=', other ?? '')
          .select('code')
          .execute()
        if (++looked === 2) both.resolve()
        await both.promise
        const whose = { ...ofWestend, cityId: town.city.id, partnerId: midwife }
        if (seen.length > 0) await addTally(tx, { ...whose, month: Temporal.PlainDate.from('2026-11-01') })
        await tx
          .deleteFrom('invitationCodes')
          .where('code', '=', other ?? '')
          .execute()
      })
    await Promise.all([countAfterLooking(), countAfterLooking()])
    expect(await sums()).toMatchObject([{ amount: 3 }])
  })

  test('is counted by month and by sender', async () => {
    const [first, second] = await codesOf(await given())
    const [third] = await codesOf(await given(visits))
    const inDecember = { ...team, now: townNow.add({ hours: 24 * 20 }) }
    await redeem(team, first)
    await redeem(team, third)
    await redeem(inDecember, second ?? '')
    expect(await sums()).toEqual([
      { name: 'Hebamme Nadia Rahimi', month: '2026-11', amount: 1 },
      { name: 'Hebamme Nadia Rahimi', month: '2026-12', amount: 1 },
      { name: 'Willkommensbesuche', month: '2026-11', amount: 1 },
    ])
    const $ = load(await (await web.get(address)).text())
    expect($('table').text()).toContain('Willkommensbesuche')
  })

  test('counts nothing when its address is opened: the address says no code', async () => {
    const id = await given()
    for (const code of await codesOf(id)) {
      await visitor.get(`/de/offers/krabbeln?code=${code}`)
      expect((await visitor.get(`${address}/code?code=${code}`)).status).not.toBe(200)
    }
    expect(await codesOf(id)).toHaveLength(4)
    expect(await sums()).toEqual([])
  })

  test('of the centre next door counts nothing here, where one is told where it counts; without the policy it would', async () => {
    const [code] = await codesOf(await given())
    const stranger = town.contextOf(leadOf(dotzheim))
    expect(await redeem(stranger, code)).toEqual({ outcome: 'elsewhere', centre: 'KiEZ Westend' })
    await admin.query('alter table invitation_codes disable row level security')
    await admin.query('alter table invitations disable row level security')
    await expect(redeem(stranger, code)).rejects.toThrow()
    await admin.query('alter table invitation_codes enable row level security')
    await admin.query('alter table invitations enable row level security')
  })

  test.each(['', 'abc', 'K7M-2PX-9AB', 'O0I-1LU', '\u0000'])('"%s" is no code', async typed => {
    expect(await redeem(team, typed)).toEqual({ outcome: 'unknown' })
  })
})

describe('after a quarter of a year', () => {
  const lastDay = Temporal.Instant.from('2027-02-22T10:00:00Z')
  const after = Temporal.Instant.from('2027-02-23T10:00:00Z')

  test('a tear-off counts no more; on the last day it does', async () => {
    const [one, other] = await codesOf(await given())
    expect(await redeem({ ...team, now: lastDay }, one)).toEqual({ outcome: 'counted' })
    expect(await redeem({ ...team, now: after }, other ?? '')).toEqual({ outcome: 'unknown' })
  })

  test('codes and names are gone from every table, and the sums stay', async () => {
    const id = await invite(team, ofWestend, {
      ...{ partnerId: midwife, called: 'Frau Zübeyde', to: { sessionId: session.id }, sheets: 1 },
    })
    const codes = await codesOf(id)
    await redeem(team, codes[0])
    await deleteExpired(lastDay)
    expect(await tablesWith(['Zübeyde', ...codes.slice(1)])).toEqual(['invitation_codes', 'invitations'])
    await deleteExpired(after)
    expect(await tablesWith(['Zübeyde', ...codes])).toEqual([])
    expect(await sums()).toMatchObject([{ amount: 1 }])
    const { rows } = await admin.query(`select amount from audit_entries where action = 'invitation.deleted'`)
    expect(rows).toEqual([{ amount: 1 }])
  })

  test('a partner that is taken out leaves its sums and its tear-offs behind', async () => {
    const gone = await partnerAt('Geht bald')
    const [one, other] = await codesOf(await given(gone))
    await redeem(team, one)
    expect((await web.post(`/de/staff/network/${gone}/take-out`, {})).status).toBe(303)
    expect(await redeem(team, other ?? '')).toEqual({ outcome: 'counted' })
    expect((await sums()).map(({ name, amount }) => [name, amount])).toEqual([
      [null, 1],
      [null, 1],
    ])
    const $ = load(await (await web.get(address)).text())
    expect($('table tbody tr').text()).toMatch(/Früherer Partner.*2/s)
  })
})

describe('the door', () => {
  const photograph = sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#246' } })
    .withExif({ IFD0: { Make: 'Telefon' } })
    .jpeg()
    .toBuffer()
  const send = async (who: typeof web, picture: Uint8Array | undefined, looks = 'Blaue Tür') => {
    const form = new FormData()
    form.set('centre', westend.slug)
    form.set('looks.de', looks)
    if (picture) form.set('picture', new File([new Uint8Array(picture)], 'tuer.jpg'))
    return who.post(`${address}/door`, form)
  }

  test('is kept small, without what the camera wrote, and shown to the team alone', async () => {
    expect((await send(web, await photograph)).status).toBe(303)
    const answer = await web.get(`${address}/doors/${westend.slug}`)
    const { format, width, height, exif } = await sharp(await answer.arrayBuffer()).metadata()
    expect({ format, width, height, exif }).toEqual({
      format: 'jpeg',
      width: 960,
      height: 540,
      exif: undefined,
    })
    const $ = load(await (await web.get(address)).text())
    expect($('img.door-picture').attr('alt')).toBe('Blaue Tür')
    expect((await nextDoor.get(`${address}/doors/${westend.slug}`)).status).toBe(404)
    expect((await visitor.get(`${address}/doors/${westend.slug}`)).status).toBe(303)
  })

  test('gets other words without another photograph, and is gone when it is taken down', async () => {
    await send(web, await photograph)
    expect((await send(web, undefined, 'Neben der Bäckerei')).status).toBe(303)
    const { rows } = await admin.query('select looks from door_texts')
    expect(rows).toEqual([{ looks: 'Neben der Bäckerei' }])
    await web.post(`${address}/door/take-down`, ofCentre)
    expect((await admin.query('select from doors')).rowCount).toBe(0)
    expect((await admin.query('select from door_texts')).rowCount).toBe(0)
  })

  test.each([
    ['no file', undefined],
    ['a letter', Buffer.from('Liebe Stadt')],
  ])('is not made of %s', async (_, file) => {
    const answer = await send(web, file)
    expect(answer.status).toBe(422)
    expect(load(await answer.text())('[role=alert] a[href="#picture"]').length).toBe(1)
  })

  test('comes as large as a telephone makes it, not larger', async () => {
    expect((await send(web, Buffer.alloc(9 * 1024 * 1024, 'x'))).status).toBe(422)
    expect((await send(web, Buffer.alloc(11 * 1024 * 1024))).status).toBe(413)
  })
})

const deleteExpired = async (now: Temporal.Instant) => {
  for (const { run } of privacyJobs)
    await run(town.contextOf({ kind: 'system' }, now), { data: {}, attempt: 1, isLastAttempt: false })
}

const tablesWith = async (traces: readonly string[]) => {
  const { rows } = await admin.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { table_name: table } of rows) {
    const { rowCount } = await admin.query(`select from ${table} t where t::text ~ $1 limit 1`, [
      traces.join('|'),
    ])
    if (rowCount) found.push(table)
  }
  return found.sort()
}
