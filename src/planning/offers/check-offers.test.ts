import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { changeOffer } from './change-offer.ts'
import { hideStaleOffers, readUnchecked, sayStillRight } from './check-offers.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned, stored, published, traces } = planningAt(town, lead)
const web = webForTest(database, { as: leadOf(town.westend) })
const stranger = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([web.close(), stranger.close()]))

const { slug } = await planned(aPlan(), { publish: true })

test('families see when an offer was last looked at', async () => {
  const html = load(await (await web.get(`/de/offers/${slug}`)).text())
  expect(html('main').text()).toContain('Zuletzt geprüft')
  expect(html('main').text()).toContain('23. November')
})

test.each([
  ['2027-02-14', 0, 'published'],
  ['2027-02-15', 1, 'published'],
  ['2027-03-28', 1, 'published'],
  ['2027-03-29', 1, 'stale'],
])('on %s the lead is asked about %i, and the offer is %s', async (day, asked, state) => {
  await hideStaleOffers(systemOn(day))
  expect(await readUnchecked(town.contextOf(leadOf(town.westend), on(day)))).toHaveLength(asked)
  expect((await stored(slug)).state).toBe(state)
})

test('what is hidden no family finds; one press brings it back, and nobody next door presses it', async () => {
  expect(await published(slug)).toBe(0)
  expect((await web.get(`/de/offers/${slug}`)).status).toBe(404)
  expect((await page('/de/staff'))('main').text()).toContain('Angebot ist versteckt')
  expect((await page('/de/staff/programme/check'))('main').text()).toContain('Familien sehen das nicht mehr')
  expect((await stranger.post(`/de/staff/programme/${slug}/still-right`, {})).status).toBe(404)
  expect((await stored(slug)).state).toBe('stale')

  await sayStillRight(town.contextOf(leadOf(town.westend), on('2027-04-01')), slug)
  expect(await published(slug)).toBe(1)
  expect(String((await stored(slug)).checkedOn)).toBe('2027-04-01')
  expect(await traces(slug)).toEqual(
    expect.arrayContaining(['offer.hidden state', 'offer.checked checkedOn']),
  )
})

test('an offer on which families count stays, however long ago somebody looked', async () => {
  const offer = await town.anOffer({
    ...{ title: 'PEKiP', registration: 'session', counts: 'child', places: 5 },
    checkedOn: Temporal.PlainDate.from('2026-01-01'),
    updatedAt: Temporal.Instant.from('2026-01-01T08:00:00Z'),
  })
  await joins(town, await town.aSession({ offer, on: '2028-01-10' }), aFamily('Wartende'))
  const other = await town.anOffer({
    ...{ title: 'Ohne', checkedOn: Temporal.PlainDate.from('2026-01-01') },
    updatedAt: Temporal.Instant.from('2026-01-01T08:00:00Z'),
  })
  const past = await town.anOffer({
    ...{ title: 'Nur damals', registration: 'session', counts: 'child', places: 5 },
    checkedOn: Temporal.PlainDate.from('2026-01-01'),
    updatedAt: Temporal.Instant.from('2026-01-01T08:00:00Z'),
  })
  await joins(town, await town.aSession({ offer: past, on: '2027-01-11' }), aFamily('Gewesene'))
  await town.aSession({ offer: past, on: '2028-01-10' })
  await hideStaleOffers(systemOn('2027-12-01'))
  expect(await Promise.all([offer, other, past].map(({ id }) => stateOf(id)))).toEqual([
    'published',
    'stale',
    'stale',
  ])
})

test('whoever changes an offer has looked at it', async () => {
  const { id, updatedAt } = await stored(slug)
  const now = on('2027-05-05')
  const context = town.contextOf(leadOf(town.westend), now)
  const plan = await planningAt(town, context).planOf(slug)
  await inTransaction(context, tx =>
    changeOffer(tx, context, { offerId: id, basedOn: updatedAt.toString(), plan }),
  )
  expect(String((await stored(slug)).checkedOn)).toBe('2027-05-05')
})

test('the page speaks Arabic, and says so when all is checked', async () => {
  expect((await web.get('/ar/staff/programme/check')).status).toBe(200)
})

// Last, because with a second city the pages above would have to be asked by host.
test('the day of a check is the one it is in the city, wherever that lies', async () => {
  const far = await aTown(database, { slug: 'weit-im-osten' })
  const asSystem = far.contextOf({ kind: 'system' })
  const checked = await inTransaction(asSystem, async tx => {
    await tx
      .updateTable('cities')
      .set({ timeZone: 'Pacific/Auckland' })
      .where('id', '=', far.city.id)
      .execute()
    const { id } = await far.anOffer()
    const changed = tx.updateTable('offers').set({ updatedAt: Temporal.Instant.from('2026-12-01T12:00:00Z') })
    return changed.where('id', '=', id).returning('checkedOn').executeTakeFirstOrThrow()
  })
  expect(String(checked.checkedOn)).toBe('2026-12-02')
})

async function page(address: string) {
  const answer = await web.get(address)
  expect(answer.status).toBe(200)
  return load(await answer.text())
}

async function stateOf(id: string) {
  return inTransaction(town.contextOf({ kind: 'system' }), async tx => {
    const found = await tx.selectFrom('offers').select('state').where('id', '=', id).executeTakeFirst()
    return found?.state
  })
}

function on(day: string) {
  const moment = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Berlin',
    plainTime: '09:00',
  })
  return Temporal.Instant.compare(moment.toInstant(), townNow) > 0 ? moment.toInstant() : townNow
}

function systemOn(day: string) {
  return town.contextOf({ kind: 'system' }, on(day))
}
