import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type TownSession, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { cancel } from '../cancel.ts'
import { changePlaces } from '../change-places.ts'
import { listRegistrations } from '../list-registrations.ts'
import { offerByHand } from '../offer-by-hand.ts'
import { whatWaits } from '../what-waits.ts'
import { approve } from './approve.ts'
import type { ComesAs } from './place-rules.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([web.close(), leads.close()]))
const lead = town.contextOf(leadOf(town.westend))
const desk = atTheDesk(town)

describe('the rules of an offer', () => {
  test('are chosen by the lead, and read on its page in the same words by everybody', async () => {
    const { offer } = await aGroup({ slug: 'pekip' })
    const before = await page(web, '/de/offers/pekip')
    expect(before.$('main').text()).toContain('Wer sich zuerst anmeldet, ist zuerst dran.')
    const { status } = await leads.post('/de/staff/programme/pekip/places', {
      ...{ giving: 'by-rule', priority: 'siblings', waitingRule: 'strict-order', offerHours: '24' },
    })
    expect(status).toBe(303)
    const sentence = 'zuerst Familien dran, von denen schon ein Kind dabei ist'
    expect((await page(leads, '/de/staff/programme/pekip/places?done=saved')).$('main').text()).toContain(
      sentence,
    )
    expect((await page(web, '/de/offers/pekip')).$('main').text()).toContain(sentence)
    expect((await page(web, '/ar/offers/pekip')).$('main').text()).toContain('العائلات التي لها طفل مشارك')
    expect(await rulesOf(offer.id)).toMatchObject({
      priority: 'siblings',
      offerHours: 24,
      referralWord: null,
    })
  })

  test('a word for partners is needed where they send families, and stands on no page', async () => {
    await aGroup({ slug: 'storch' })
    const sent = { giving: 'by-rule', priority: 'referred', waitingRule: 'strict-order', offerHours: '48' }
    const missing = await leads.post('/de/staff/programme/storch/places', { ...sent, referralWord: '' })
    expect(missing.status).toBe(422)
    expect(load(await missing.text())('#errors a').attr('href')).toBe('#referralWord')
    await leads.post('/de/staff/programme/storch/places', { ...sent, referralWord: 'Klapperstorch' })
    expect((await page(web, '/de/offers/storch')).$.html()).not.toContain('Klapperstorch')
  })

  test('another centre cannot choose them, nor see them', async () => {
    await aGroup({ slug: 'fremd', centre: town.dotzheim })
    expect((await leads.get('/de/staff/programme/fremd/places')).status).toBe(404)
  })

  test('a family is asked only what the rule needs', async () => {
    const plain = await aGroup({})
    const siblings = await aGroup({ priority: 'siblings' })
    const referred = await aGroup({ priority: 'referred', referralWord: 'Storch' })
    const asked = async ({ session }: typeof plain) => {
      const { $ } = await page(web, `/de/join/${session.intakeId}`)
      return [$('[name=comesFirst]').length, $('[name=word]').length]
    }
    expect(await asked(plain)).toEqual([0, 0])
    expect(await asked(siblings)).toEqual([1, 0])
    expect(await asked(referred)).toEqual([0, 1])
  })

  test('a wrong word is said at its field; the right one counts however it is spelled; none is fine', async () => {
    const { session } = await aGroup({ places: 0, priority: 'referred', referralWord: 'Storchen-Nest' })
    const wrong = await registers(session, { word: 'Adler' })
    expect(wrong.status).toBe(422)
    expect(load(await wrong.text())('#errors a').attr('href')).toBe('#word')
    expect((await registers(session, { word: '' })).status).toBe(303)
    expect((await registers(session, { word: ' storchennest' })).status).toBe(303)
    expect(await saidBy(session)).toEqual([null, 'referred'])
  })

  test('WL05: a freed place goes to the sibling, who joined later', async () => {
    const { session } = await aGroup({ places: 1, priority: 'siblings' })
    const first = await joins(town, session, aFamily('Erste'))
    const plain = await waits(session, 'Novak', null, 1)
    const sibling = await waits(session, 'Yıldız', 'siblings', 2)
    await cancel(desk, first.registrationId)
    expect(await stateOf(plain)).toBe('waiting')
    expect(await stateOf(sibling)).toBe('offered')
  })

  test('WL25: a waiting family sees its own place in line and the rule, never another name', async () => {
    const { session } = await aGroup({ places: 0, priority: 'siblings' })
    await waits(session, 'Novak', 'siblings', 1)
    const { keys } = await joins(town, session, aFamily('Haile'), townNow)
    const { $ } = await page(web, `/de/my/${keys.link}`)
    expect($('main').text()).toContain('Du bist an Stelle 2. Ist es voll, sind zuerst Familien dran')
    expect($('main').text()).not.toContain('Novak')
  })
})

describe('where the lead chooses who comes next', () => {
  test('nobody is offered the free place until she does, and she is told that it waits for her', async () => {
    const { session } = await aGroup({ places: 1, giving: 'by-hand' })
    const first = await joins(town, session, aFamily('Erste'))
    const waiting = await waits(session, 'Novak', null, 1)
    const other = await waits(session, 'Haile', null, 2)
    await cancel(desk, first.registrationId)
    expect(await stateOf(waiting)).toBe('waiting')
    expect((await toDecide(session))?.families).toBe(1)
    expect((await page(leads, '/de/staff')).$('main').text()).toContain('du suchst aus')
    const { $ } = await page(leads, `/de/staff/intakes/${session.intakeId}`)
    expect($('table').last().text()).toContain('Du suchst aus, wer nachrückt.')
    expect(await offerByHand(lead, other)).toEqual({ outcome: 'offered' })
    expect(await toDecide(session)).toBeUndefined()
  })

  test('going back to the rule offers what stood free', async () => {
    const { session } = await aGroup({ slug: 'zurueck', places: 1, giving: 'by-hand' })
    const first = await joins(town, session, aFamily('Erste'))
    const waiting = await waits(session, 'Novak', null, 1)
    await cancel(desk, first.registrationId)
    await leads.post('/de/staff/programme/zurueck/places', {
      ...{ giving: 'by-rule', priority: 'first-come', waitingRule: 'first-that-fits', offerHours: '48' },
    })
    expect(await stateOf(waiting)).toBe('offered')
  })
})

test('who would pass others needs a reason, which only the list shows', async () => {
  const { session } = await aGroup({ places: 1, waitingRule: 'strict-order' })
  const first = await joins(town, session, aFamily('Erste'))
  await waits(session, 'Große', null, 1, 2)
  const small = await waits(session, 'Kleine', null, 2)
  await cancel(desk, first.registrationId)
  const offer = (because: string) => leads.post(`/de/staff/registrations/${small}/offer`, { because })
  expect((await offer('')).headers.get('location')).toContain('news=reason-missing')
  const { $ } = await page(leads, `/de/staff/intakes/${session.intakeId}`)
  expect($('table').last().text()).toContain('Eine größere Familie steht davor.')
  expect((await offer('Umzug nächste Woche')).headers.get('location')).toContain('news=offered')
  const after = await page(leads, `/de/staff/intakes/${session.intakeId}`)
  expect(after.$('table').first().text()).toContain('Vorgezogen: Umzug nächste Woche')
})

describe('where the centre says yes first', () => {
  test('a family asks, is told so, and has its place with the yes', async () => {
    const { session } = await aGroup({ places: 2, giving: 'after-approval' })
    const family = aFamily('Yıldız')
    const { registrationId, keys, outcome } = await joins(town, session, family)
    expect(outcome).toBe('waiting')
    const { $ } = await page(web, `/de/my/${keys.link}`)
    expect($('main').text()).toContain('Deine Anfrage ist da')
    expect($('main').text()).not.toContain('Gerade sind alle Plätze vergeben')
    expect((await page(leads, '/de/staff')).$('main').text()).toContain('wartet auf dein Ja')
    const { headers } = await leads.post(`/de/staff/registrations/${registrationId}/approve`, {})
    expect(headers.get('location')).toContain('news=approved')
    expect(await stateOf(registrationId)).toBe('confirmed')
    expect(await told(family)).toEqual(['registration-asked', 'registration-confirmed'])
  })

  test('Q04: two are approved for the last place at once: one has it, the other is not approved', async () => {
    const { session } = await aGroup({ places: 1, giving: 'after-approval' })
    const two = [await waits(session, 'Eins', null, 1), await waits(session, 'Zwei', null, 2)]
    const outcomes = await Promise.all(two.map(id => approve(lead, id)))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['approved', 'no-place'])
  })

  test('more places alone give nobody a place', async () => {
    const { session } = await aGroup({ places: 0, giving: 'after-approval' })
    const asked = await waits(session, 'Novak', null, 1)
    await changePlaces(lead, session.intakeId ?? '', 'child', 3)
    expect(await stateOf(asked)).toBe('waiting')
    const { lines } = await listRegistrations(lead, session.intakeId ?? '')
    expect(lines.map(({ waits }) => waits?.why)).toEqual(['after-approval'])
  })
})

const aGroup = async (given: Parameters<typeof town.anOffer>[0]) => {
  const offer = await town.anOffer({ registration: 'session', counts: 'child', places: 5, ...given })
  return { offer, session: await town.aSession({ offer, on: '2026-12-07' }) }
}

const waits = async (
  session: TownSession,
  called: string,
  comesAs: ComesAs | null,
  seconds: number,
  children = 1,
) => {
  const family = { ...aFamily(called, { children }), comesAs }
  return (await joins(town, session, family, townNow.add({ seconds }))).registrationId
}

const registers = (session: TownSession, typed: Record<string, string>) =>
  web.post(`/de/join/${session.intakeId}`, {
    ...{ renderingKey: crypto.randomUUID(), called: 'Sara', adults: '1', email: '', phone: '' },
    ...{ 'childName[]': 'Mila', 'childMonth[]': '3', 'childYear[]': '2025', ...typed },
  })

const page = async ({ get }: Pick<typeof web, 'get'>, path: string) => ({
  $: load(await (await get(path)).text()),
})

const toDecide = async ({ intakeId }: TownSession) =>
  (await whatWaits(lead)).toDecide.find(each => each.intakeId === intakeId)

const rulesOf = async (id: string) =>
  (await asSystem(sql`select priority, offer_hours, referral_word from offers where id = ${id}`)).rows[0]

const saidBy = async ({ intakeId }: TownSession) => {
  const { rows } = await asSystem(sql<{ comesAs: string | null }>`
    select comes_as from registrations where intake_id = ${intakeId} order by joined_at`)
  return rows.map(({ comesAs }) => comesAs)
}

const stateOf = async (id: string) => {
  const { rows } = await asSystem(sql<{ state: string }>`select state from registrations where id = ${id}`)
  return rows[0]?.state
}

const told = async ({ contact }: ReturnType<typeof aFamily>) => {
  const address = contact.kind === 'email' ? contact.email : ''
  const { rows } = await asSystem(sql<{ kind: string }>`
    select kind from messages where address = ${address} order by created_at, id`)
  return rows.map(({ kind }) => kind)
}

const asSystem = <Row>(query: ReturnType<typeof sql<Row>>) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx => query.execute(tx))
