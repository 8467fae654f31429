import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { extendSeries } from '../series/extend-series.ts'
import { closeOn, openAgain, readClosingDays } from './closing-days.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const web = webForTest(database, { as: leadOf(town.westend) })
afterAll(web.close)
const { planned, joins, datesOf, sessionsOf } = planningAt(town, lead)

describe('closing days of the centre', () => {
  test('are left out of a plan, and the page says why', async () => {
    await closed('2026-12-08', '2026-12-08')
    const { slug } = await planned(aGroup())
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-01', '2026-12-15'])
    await opened()
    expect(await datesOf(slug)).toContain('2026-12-08')
  })

  test('entered later take away dates nobody waits for; the others stay, outside of the plan', async () => {
    const { slug } = await planned(aGroup(), { publish: true })
    await joins(slug, '2026-12-08')
    await closed('2026-12-01', '2026-12-08')
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-08', '2026-12-15'])
    const page = load(await (await web.get(`/de/staff/programme/${slug}`)).text())('main').text()
    expect(page).toContain('1 Termin liegt außerhalb des Plans')
    await opened()
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15'])
  })

  test('do not concern what goes on all the same', async () => {
    await closed('2026-12-08', null)
    const { slug } = await planned(aGroup({ 'slots.0.skipsClosingDays': '' }))
    expect(await datesOf(slug)).toContain('2026-12-08')
    await opened()
  })

  test('are entered once', async () => {
    await closed('2026-12-01', '2026-12-08')
    expect(await closed('2026-12-08', '2026-12-09')).toEqual({ outcome: 'overlaps' })
    await opened()
  })

  test('families read them on the page of the centre, in their language', async () => {
    await closed('2026-12-23', '2027-01-03')
    const read = async (language: string) => (await web.get(`/${language}/centres/kiez-westend`)).text()
    expect(await read('de')).toContain('Mittwoch, 23. Dezember bis Sonntag, 3. Januar · Betriebsferien')
    expect(await read('ar')).toContain('إجازة المركز')
    await opened()
    expect(await read('de')).not.toContain('Betriebsferien')
  })
})

describe('closing days of a partner', () => {
  test('are followed by what is held there, and by nothing else; families do not read them', async () => {
    const partnerId = await aKita()
    await closed('2026-12-08', null, partnerId)
    const there = await planned(aGroup({ 'slots.0.partnerId': partnerId }))
    const here = await planned(aGroup())
    expect(await datesOf(there.slug)).toEqual(['2026-11-24', '2026-12-01', '2026-12-15'])
    expect(await datesOf(here.slug)).toContain('2026-12-08')
    expect(await (await web.get('/de/centres/kiez-westend')).text()).not.toContain('8. Dezember')
    await opened()
  })
})

test('a series without end leaves them out when it grows', async () => {
  const { slug } = await planned(aGroup({ 'slots.0.lastOn': '' }))
  await closed('2027-09-07', null)
  const later = lead.now.add({ hours: 24 * 7 * 3 })
  await extendSeries(town.contextOf({ kind: 'system' }, later))
  const dates = await datesOf(slug)
  expect(dates).toContain('2027-08-31')
  expect(dates).not.toContain('2027-09-07')
  await opened()
})

test('without a script: entered, refused when they end before they begin, and removed', async () => {
  const path = '/de/staff/programme/closing-days'
  const faulty = await web.post(
    path,
    Object.entries({ firstOn: '2026-12-08', lastOn: '2026-12-01', reason: 'works' }),
  )
  expect(faulty.status).toBe(422)
  const done = await web.post(path, Object.entries({ firstOn: '2026-12-08', lastOn: '', reason: 'works' }))
  expect(done.status).toBe(303)
  const page = load(await (await web.get(path)).text())
  expect(page('tbody tr').text()).toContain('Bauarbeiten')
  expect((await web.post(page('tbody form').attr('action') ?? '', [])).status).toBe(303)
  expect(load(await (await web.get(path)).text())('tbody tr')).toHaveLength(0)
})

test('another centre may not open it again', async () => {
  await closed('2026-12-08', null)
  const { closings } = await readClosingDays(lead, undefined)
  const stranger = town.contextOf(leadOf(town.dotzheim))
  await expect(openAgain(stranger, closings[0]?.id ?? '')).rejects.toThrow()
  await opened()
})

test('every second week can begin in an even or an odd calendar week', async () => {
  const weeks = async (week: string) => {
    const { slug } = await planned(aGroup({ 'slots.0.rhythm': 'fortnightly', 'slots.0.week': week }))
    return datesOf(slug)
  }
  expect(await weeks('even')).toEqual(['2026-11-24', '2026-12-08'])
  expect(await weeks('odd')).toEqual(['2026-12-01', '2026-12-15'])
  expect(await sessionsOf((await planned(aGroup())).slug)).toHaveLength(4)
})

const aGroup = (when: object = {}) =>
  aPlan({
    when: { 'slots.0.lastOn': '2026-12-15', 'slots.0.skipsClosingDays': 'yes', ...when },
    places: registering,
  })

const closed = (firstOn: string, lastOn: string | null, partnerId: string | null = null) =>
  closeOn(lead, undefined, {
    ...{ firstOn: Temporal.PlainDate.from(firstOn), reason: 'holidays', partnerId },
    lastOn: lastOn === null ? null : Temporal.PlainDate.from(lastOn),
  })

const opened = async () => {
  for (const { id } of (await readClosingDays(lead, undefined)).closings) await openAgain(lead, id)
}

const aKita = () =>
  inTransaction(lead, async tx => {
    const partner = { cityId: town.city.id, centreId: town.westend.id, providerId: town.westend.providerId }
    const { id } = await tx
      .insertInto('networkPartners')
      .values({ ...partner, name: 'Kita Sonne', kind: 'daycare' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
