import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type TownSession } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { cancelSession } from './cancel-session.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = leadOf(town.westend)
const web = webForTest(database, { as: lead })
const stranger = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([web.close(), stranger.close()]))

const withPlaces = { registration: 'session', counts: 'child', places: 5, place: 'Raum 1' } as const

describe('changing a date, without a script', () => {
  test('is looked at with the letters first, and done then', async () => {
    const session = await aSessionWith('Novak')
    const form = await page(`/de/staff/sessions/${session.id}/change`)
    expect(form('#heldOn').attr('value')).toBe('2026-12-01')
    expect(form('#place').attr('value')).toBe('Raum 1')

    const typed = { ...movedTo('2026-12-03'), place: 'Hof' }
    const check = load(await (await post(session, 'change', { ...typed, do: 'check' })).text())('main').text()
    expect(check).toContain('Donnerstag, 3. Dezember statt Dienstag, 1. Dezember')
    expect(check).toContain('Hof statt Raum 1')
    expect(check).toContain('1 Familie bekommt Bescheid')
    expect(check).toContain('Bisher: Dienstag, 1. Dezember um 9:30 Uhr')
    expect(await familiesRead(session)).toContain('Raum 1')

    const done = await post(session, 'change', { ...typed, do: 'save' })
    expect(done.headers.get('location')).toMatch(/news=dates-changed$/)
    expect(await familiesRead(session)).toContain('Verlegt von Dienstag, 1. Dezember um 9:30 Uhr')
  })

  test('keeps what was typed when one goes back, and when it cannot be', async () => {
    const session = await aSessionWith('Yıldız')
    const back = load(await (await post(session, 'change', { ...movedTo('2026-12-04'), do: 'edit' })).text())
    expect(back('#heldOn').attr('value')).toBe('2026-12-04')
    const past = await post(session, 'change', { ...movedTo('2026-11-03'), do: 'save' })
    expect(past.status).toBe(409)
    expect(await past.text()).toContain('Diese Zeit ist schon vorbei.')
    const faulty = await post(session, 'change', { ...movedTo('2026-12-04'), ends: '13:00', do: 'save' })
    expect(faulty.status).toBe(422)
    expect(load(await faulty.text())('#errors a').attr('href')).toBe('#ends')
  })

  test('says when the new day is a feast of families, and forbids nothing', async () => {
    const session = await aSessionWith('Shevchenko')
    const check = await post(session, 'change', { ...movedTo('2027-01-07'), do: 'check' })
    const hint = load(await check.text())('main .kern-alert').text()
    expect(hint).toContain('Donnerstag, 7. Januar: orthodoxe Weihnachten')
    const done = await post(session, 'change', { ...movedTo('2027-01-07'), do: 'save' })
    expect(done.status).toBe(303)
  })

  test('has other languages and something to eat on that day, which is carried through the check', async () => {
    const session = await aSessionWith('Bauer')
    const typed = { ...movedTo('2026-12-01'), starts: '09:30', ends: '11:00' }
    const checked = load(
      await (
        await web.post(`/de/staff/sessions/${session.id}/change`, [
          ...[
            ...pairs(typed),
            ['languages[]', 'tr'],
            ['eases[]', 'food'],
            ['eases[]', 'pram'],
            ['do', 'check'],
          ],
        ] as [string, string][])
      ).text(),
    )
    expect(checked('main').text()).toContain('Deutsch und Türkisch statt Deutsch')
    const carried = checked('main form input[type=hidden]')
      .map((_, field) => `${checked(field).attr('name')}=${checked(field).attr('value')}`)
      .get()
    const sent = carried.map(pair => pair.split('=') as [string, string])
    const done = await web.post(`/de/staff/sessions/${session.id}/change`, [...sent, ['do', 'save']])
    expect(done.status).toBe(303)
    expect(await familiesRead(session)).toContain('mit Essen und Platz für Kinderwagen')
  })

  test('speaks Arabic too', async () => {
    const session = await aSessionWith('Haddad')
    const answer = await web.post(
      `/ar/staff/sessions/${session.id}/change`,
      pairs({ ...movedTo('2026-12-03'), do: 'check' }),
    )
    const html = load(await answer.text())
    expect(html('html').attr('dir')).toBe('rtl')
    expect(html('main').text()).toContain('تُبلَّغ عائلة واحدة')
    expect(html('main [lang="de"][dir="ltr"]').text()).toContain('Neues zu: Krabbelgruppe')
  })
})

describe('the leader is away', () => {
  test('somebody steps in: families read who, in the programme and in their mail', async () => {
    const session = await aSessionWith('Novak')
    const typed = { remedy: 'cover', leader: 'Frau Weiß' }
    const check = await (await post(session, 'leader-away', { ...typed, do: 'check' })).text()
    expect(check).toContain('Mit: Frau Weiß')
    await post(session, 'leader-away', { ...typed, do: 'save' })
    expect(await familiesRead(session)).toContain('Mit: Frau Weiß')
  })

  test('the date moves', async () => {
    const session = await aSessionWith('Novak')
    await post(session, 'leader-away', { remedy: 'move', ...movedTo('2026-12-08'), do: 'save' })
    expect(await familiesRead(session)).toContain('Verlegt von')
  })

  test('it is called off, after the letters were shown', async () => {
    const session = await aSessionWith('Novak')
    const typed = { remedy: 'cancel', note: 'Nächste Woche wieder' }
    const check = await (await post(session, 'leader-away', { ...typed, do: 'check' })).text()
    expect(check).toContain('Fällt aus: Krabbelgruppe')
    expect(check).toContain('Nächste Woche wieder')
    const done = await post(session, 'leader-away', { ...typed, do: 'save' })
    expect(done.headers.get('location')).toBe(`/de/staff/sessions/${session.id}/cancel`)
    expect(await familiesRead(session)).toContain('Dieser Termin fällt aus')
  })

  test('nothing chosen is asked for again', async () => {
    const answer = await post(await aSessionWith('Novak'), 'leader-away', { do: 'check' })
    expect(answer.status).toBe(422)
  })
})

describe('a cancelled date', () => {
  test('is held after all, and can be joined again', async () => {
    const session = await aSessionWith('Novak')
    await cancelSession(town.contextOf(lead), { sessionId: session.id, reason: 'weather', note: '' })
    const done = await web.post(`/de/staff/sessions/${session.id}/hold`, [])
    expect(done.headers.get('location')).toMatch(/news=held-again$/)
    expect(await familiesRead(session)).not.toContain('fällt aus')
    await joins(town, session, aFamily('Okafor'))
    const again = await web.post(`/de/staff/sessions/${session.id}/hold`, [])
    expect(again.headers.get('location')).toBe(`/de/staff/sessions/${session.id}/cancel`)
  })
})

test.each(['change', 'leader-away', 'hold'])('%s: another centre may not', async what => {
  const session = await aSessionWith('Novak')
  const answer = await stranger.post(
    `/de/staff/sessions/${session.id}/${what}`,
    pairs({ ...movedTo('2026-12-03'), remedy: 'move', do: 'save' }),
  )
  expect([403, 404]).toContain(answer.status)
  expect(await familiesRead(session)).not.toContain('Verlegt')
})

const movedTo = (heldOn: string) => ({
  scope: 'this',
  heldOn,
  starts: '14:00',
  ends: '15:30',
  place: 'Raum 1',
  places: '5',
  'languages[]': 'de',
})

const aSessionWith = async (called: string) => {
  const session = await town.aSession({ offer: await town.anOffer(withPlaces), on: '2026-12-01' })
  await joins(town, session, aFamily(called))
  return session
}

const pairs = (values: Record<string, string>) => Object.entries(values)
const post = ({ id }: TownSession, what: string, values: Record<string, string>) =>
  web.post(`/de/staff/sessions/${id}/${what}`, pairs(values))
const page = async (path: string) => load(await (await web.get(path)).text())
const familiesRead = async ({ id }: TownSession) =>
  (await page(`/de/sessions/${id}`))('main').text().replaceAll('\u00a0', ' ')
