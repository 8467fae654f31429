import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { aFamily, joins } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type TownSession, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterEach(() => admin.query('truncate identity.rate_limits'))
afterAll(() => Promise.all([web.close(), admin.end()]))

test('a family ticks further dates, and has an answer for each on its page', async () => {
  const offer = await aGroup()
  const [first, free, full] = [await on(offer, '07'), await on(offer, '14'), await on(offer, '21')]
  await joins(town, full, aFamily('Novak'))
  const form = await page(`/de/join/${first.intakeId}`)
  expect(form('[name="dates[]"]')).toHaveLength(2)
  expect(form('main').text()).toContain('(voll, auf die Warteliste)')

  const renderingKey = crypto.randomUUID()
  const mine = await registers(first, [free, full], renderingKey)
  expect(mine).toContain('news=registered')
  const said = (await page(mine))('main').text()
  expect(said).toContain('Eure anderen Tage')
  expect(said).toContain('Du bist dabei')
  expect(said).toContain('Du stehst auf der Warteliste')
  expect((await page(mine.replace('/de/', '/ar/')))('main').text()).toContain('أيامكم الأخرى')
  expect(
    (await page(mine.replace('?news=registered', '/family')))('main form[action$="/open"]'),
  ).toHaveLength(3)

  await registers(first, [free, full], renderingKey)
  expect(await count('Sara')).toBe(3)
})

test('a date that closed meanwhile, or of another offer, gives nothing; the others do', async () => {
  const offer = await aGroup({ ageUntil: 24 })
  // Born in December 2024: two years old, and too old, from January on.
  const [first, later] = [await on(offer, '07'), await on(offer, '07', '2027-01')]
  const foreign = await on(await aGroup(), '14')
  const mine = await registers(first, [later, foreign], crypto.randomUUID(), 'Amal', '12', '2024')
  expect(mine).toContain('news=some-dates')
  expect((await page(mine))('main').text()).toContain('Nicht an allen Tagen ging es.')
  expect(await count('Amal')).toBe(1)
})

test('whoever joins a course ticks no dates', async () => {
  const offer = await town.anOffer({ registration: 'course', format: 'course', counts: 'child' })
  const first = await on(offer, '07')
  await on(offer, '14')
  expect((await page(`/de/join/${first.intakeId}`))('[name="dates[]"]')).toHaveLength(0)
})

test('what the family has at the same time is said to her, and nothing of another family', async () => {
  const [here, there] = [await on(await aGroup(), '07'), await on(await aGroup({ title: 'Turnen' }), '07')]
  const one = await registers(here, [], crypto.randomUUID(), 'Nour')
  const other = await registers(there, [], crypto.randomUUID(), 'Nour')
  expect((await page(one))('main').text()).not.toContain('Zur gleichen Zeit')

  const code = (await page(other))('.big-code').text()
  await web.post(`${one.replace('?news=registered', '')}/family/together`, { code })
  const said = (await page(one))('main').text()
  expect(said).toContain('Zur gleichen Zeit habt ihr schon etwas vor')
  expect(said).toContain('Turnen')
})

test('a family that shows its code is told what overlaps at another centre, before it is done, and may go on', async () => {
  const here = await on(await aGroup({ title: 'Turnen' }), '07')
  const [there, ticked] = [await aDateElsewhere(), await on(await aGroup({ title: 'Malen' }), '08')]
  const own = (await page(await registers(here, [], crypto.randomUUID(), 'Ines')))('.big-code').text()

  const renderingKey = crypto.randomUUID()
  const sent = await sends(there, { renderingKey, ownCode: own.toLowerCase() })
  expect(sent.status).toBe(422)
  const $ = load(await sent.text())
  expect($('[role=status], [role=alert]').text()).toContain('Turnen')
  expect($('#called').attr('value')).toBe('Ines')
  expect(await count('Ines')).toBe(1)

  const again = await sends(there, {
    renderingKey,
    ownCode: own,
    clashesSeen: String($('[name=clashesSeen]').attr('value')),
  })
  const mine = again.headers.get('location') ?? ''
  expect(mine).toContain('news=registered')
  const said = (await page(mine))('main').text()
  expect(said).toContain('Zur gleichen Zeit habt ihr schon etwas vor')
  expect(said).toContain('Turnen')
  expect((await sends(ticked, { ownCode: own })).status).toBe(303)
  const family = await page(mine.replace('?news=registered', '/family'))
  expect(family('main form[action$="/open"]')).toHaveLength(3)
})

test('what overlaps with dates that were ticked after the warning is told, too', async () => {
  const mine = [
    await on(await aGroup({ title: 'Turnen' }), '07'),
    await on(await aGroup({ title: 'Chor' }), '14'),
  ]
  const offer = await aGroup({ title: 'Malen' })
  const [first, later] = [await on(offer, '07'), await on(offer, '14')]
  const [one, other] = mine as [TownSession, TownSession]
  const own = (await page(await registers(one, [], crypto.randomUUID(), 'Ines')))('.big-code').text()
  const second = await registers(other, [], crypto.randomUUID(), 'Ines')
  await web.post(`${second.replace('?news=registered', '')}/family/together`, { code: own })

  const renderingKey = crypto.randomUUID()
  const seen = async (given: Record<string, string>) => {
    const sent = await sends(first, { renderingKey, ownCode: own, ...given })
    const $ = load(await sent.text())
    const told = $('.kern-alert').text()
    return { status: sent.status, told, clashesSeen: String($('[name=clashesSeen]').attr('value')) }
  }
  const warned = await seen({})
  expect(warned).toMatchObject({ status: 422, told: expect.stringContaining('Turnen') })
  const ticked = { 'dates[]': later.intakeId ?? '' }
  const again = await seen({ ...ticked, clashesSeen: warned.clashesSeen })
  expect(again).toMatchObject({ status: 422, told: expect.stringContaining('Chor') })
  expect(again.told).not.toContain('Turnen')
  expect((await seen({ ...ticked, clashesSeen: again.clashesSeen })).status).toBe(303)
})

test('a stranger learns nothing: without a code nothing is compared, and a wrong one is only unknown', async () => {
  const here = await on(await aGroup({ title: 'Turnen' }), '07')
  await registers(here, [], crypto.randomUUID(), 'Olga')
  const there = await aDateElsewhere()
  expect((await sends(there, { called: 'Olga' })).status).toBe(303)
  const wrong = await sends(there, { ownCode: 'KKK-KKK-KKK' })
  const $ = load(await wrong.text())
  expect([wrong.status, $('#errors a').attr('href')]).toEqual([422, '#ownCode'])
  expect($('main').text()).not.toContain('Turnen')
})

test('control: a family that is locked has a code that is unknown, and nothing is compared', async () => {
  const here = await on(await aGroup({ title: 'Turnen' }), '07')
  const own = (await page(await registers(here, [], crypto.randomUUID(), 'Zoe')))('.big-code').text()
  const there = await aDateElsewhere()
  expect(load(await (await sends(there, { ownCode: own })).text())('main').text()).toContain('Turnen')
  await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.updateTable('households').set({ lockedAt: townNow }).where('called', '=', 'Zoe').execute(),
  )
  const locked = load(await (await sends(there, { ownCode: own })).text())
  expect(locked('#errors a').attr('href')).toBe('#ownCode')
  expect(locked('main').text()).not.toContain('Turnen')
})

test('whoever is reached safely is so for what she registers next with her code, from the first letter on', async () => {
  const here = await on(await aGroup({ title: 'Turnen' }), '09')
  const there = await on(await aGroup({ title: 'Malen' }), '10')
  const first = await sends(here, {
    called: 'Rana',
    email: 'rana@example.org',
    neutral: 'yes',
    hoursFrom: '09:00',
    hoursUntil: '12:00',
  })
  const mine = first.headers.get('location') ?? ''
  const code = (await page(mine))('.big-code').text()
  await sends(there, { called: 'Rana', email: 'rana@example.org', ownCode: code })
  const { rows } = await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    sql<{ isSafe: boolean; isNeutral: boolean; hours: unknown }>`
      select h.is_safe, m.is_neutral, h.hours from households h
      join registrations r on r.city_id = h.city_id and r.household_id = h.id
      join messages m on m.city_id = r.city_id and m.registration_id = r.id
      where h.called = 'Rana'`.execute(tx),
  )
  expect(rows).toHaveLength(2)
  for (const row of rows)
    expect(row).toMatchObject({ isSafe: true, isNeutral: true, hours: expect.anything() })
})

const aGroup = (given: Parameters<typeof town.anOffer>[0] = {}) =>
  town.anOffer({ registration: 'session', counts: 'child', places: 1, ...given })

const on = (offer: Awaited<ReturnType<typeof aGroup>>, day: string, month = '2026-12') =>
  town.aSession({ offer, on: `${month}-${day}` })

const registers = async (
  session: TownSession,
  others: TownSession[],
  renderingKey: string,
  called = 'Sara',
  month = '3',
  year = '2025',
) => {
  const fields: [string, string][] = [
    ...(Object.entries({
      ...{ renderingKey, called, adults: '1', email: '', phone: '' },
      ...{ 'childName[]': `${called} klein`, 'childMonth[]': month, 'childYear[]': year },
    }) as [string, string][]),
    ...others.map(({ intakeId = '' }): [string, string] => ['dates[]', intakeId]),
  ]
  return (await web.post(`/de/join/${session.intakeId}`, fields)).headers.get('location') ?? ''
}

const page = async (path: string) => load(await (await web.get(path)).text())

/** At another centre of the same provider. */
const aDateElsewhere = async () => {
  const centre = await inTransaction(town.contextOf({ kind: 'system' }), async tx => {
    const own = tx.selectFrom('centres').selectAll().where('id', '=', town.westend.id)
    const { id: _, ...row } = await own.executeTakeFirstOrThrow()
    const slug = `kiez-${crypto.randomUUID().slice(0, 8)}`
    const added = tx.insertInto('centres').values({ ...row, slug, name: 'KiEZ Nord' })
    return { ...town.westend, slug, ...(await added.returning('id').executeTakeFirstOrThrow()) }
  })
  return on(await aGroup({ title: 'Schwimmen', centre }), '07')
}

const sends = ({ intakeId }: TownSession, given: Record<string, string>) =>
  web.post(`/de/join/${intakeId}`, {
    ...{ renderingKey: crypto.randomUUID(), called: 'Ines', adults: '1', email: '', phone: '' },
    ...{ 'childName[]': 'Ines klein', 'childMonth[]': '3', 'childYear[]': '2025', ...given },
  })

const count = (called: string) =>
  inTransaction(town.contextOf({ kind: 'system' }), async tx => {
    const rows = await tx.selectFrom('households').select('id').where('called', '=', called).execute()
    return rows.length
  })
