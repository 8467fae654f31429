import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { aPlan } from '../../tests/support/offer-answers.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { FormValues } from '../platform/web/form.ts'
import { askingSteps } from './plan/plan-steps.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database, { as: leadOf(town.westend) })
const stranger = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([web.close(), stranger.close()]))

describe('planning step by step, without a script', () => {
  test('leads from the first question to a published offer', async () => {
    const plan = await begin()
    for (const step of askingSteps) await send(`${plan}/${step}`, aPlan()[step])
    const check = await page(`${plan}/check`)
    expect(check('h1').text()).toBe('Stimmt alles?')
    expect(check('main').text()).toContain('8 Termine')

    const offer = await send(`${plan}/check`, { do: 'publish' })
    expect(offer).toBe('/de/staff/programme/westend-krabbelgruppe?news=published')
    expect((await page(offer))('tbody tr')).toHaveLength(8)
    expect((await web.get('/de/offers/westend-krabbelgruppe')).status).toBe(200)
    // A double click leads to the same offer, and makes no second one.
    expect(await send(`${plan}/check`, { do: 'publish' })).toContain(
      '/de/staff/programme/westend-krabbelgruppe?',
    )
  })

  test('[S10] shows the days that are left out and why', async () => {
    const plan = await begin()
    const onHolidays = { when: { 'slots.0.weekday': '5', 'slots.0.exceptOn': ['2026-12-04'] } }
    for (const step of askingSteps) await send(`${plan}/${step}`, aPlan(onHolidays)[step])
    const text = (await page(`${plan}/check`))('main').text()
    expect(text).toContain('Freitag, 4. Dezember: von dir ausgenommen')
    expect(text).toContain('Freitag, 25. Dezember: Feiertag')
  })

  test('names the feasts of families among its dates, and holds them', async () => {
    const plan = await begin()
    const untilSpring = { when: { 'slots.0.firstOn': '2027-03-02', 'slots.0.lastOn': '2027-03-16' } }
    for (const step of askingSteps) await send(`${plan}/${step}`, aPlan(untilSpring)[step])
    const text = (await page(`${plan}/check`))('main').text()
    expect(text).toContain('3 Termine')
    expect(text).toContain('Auf 1 Termin fällt ein Fest – er findet statt.')
    expect(text).toContain('Dienstag, 9. März: Zuckerfest (etwa)')
  })

  test('names each fault at its field and at the top, and loses nothing that was typed', async () => {
    const plan = await begin()
    await send(`${plan}/what`, aPlan().what)
    const answer = await web.post(`${plan}/who`, pairs({ ...aPlan().who, ageFrom: 'drei', languages: [] }))
    expect(answer.status).toBe(422)
    const html = load(await answer.text())
    const links = html('#errors a')
      .map((_, link) => html(link).attr('href'))
      .get()
    expect(links).toEqual(['#ageFrom', '#languages'])
    for (const link of links) expect(html(`[id="${link.slice(1)}"]`)).toHaveLength(1)
    expect(html('#ageFrom').attr('value')).toBe('drei')
    expect((await page(`${plan}/who`))('#ageFrom').attr('value')).toBe('drei')
  })

  test('a slot is added and taken away by a button, with all that was typed', async () => {
    const plan = await begin()
    for (const step of ['what', 'who'] as const) await send(`${plan}/${step}`, aPlan()[step])
    const added = await send(`${plan}/when`, { ...aPlan().when, do: 'add' })
    expect(added).toBe(`${plan}/when#slots.1`)
    const two = await page(`${plan}/when`)
    expect(two('.slot')).toHaveLength(2)
    expect(two('[name="slots.0.starts"]').attr('value')).toBe('09:30')
    await send(`${plan}/when`, { ...aPlan().when, 'slots.1.starts': '15:00', do: 'remove-0' })
    const one = await page(`${plan}/when`)
    expect(one('.slot')).toHaveLength(1)
    expect(one('[name="slots.0.starts"]').attr('value')).toBe('15:00')
  })

  test('a step too early leads to the one that is missing, and a later visit goes on there', async () => {
    const plan = await begin()
    await send(`${plan}/what`, aPlan().what)
    expect((await web.get(`${plan}/check`)).headers.get('location')).toBe(`${plan}/who`)
    expect((await web.get(plan)).headers.get('location')).toBe(`${plan}/who`)
    expect(await send(`${plan}/who`, { ageFrom: '2', do: 'later' })).toContain('news=kept')
    expect((await page('/de/staff/programme'))('.rows').text()).toContain('Krabbelgruppe')
  })

  test('begins on a page of its own, too, where begun plans wait', async () => {
    const plan = await begin()
    const start = await page('/de/staff/programme/plan')
    expect(start('main form[action="/de/staff/programme/plan"] [name="centreId"]').attr('value')).toBe(
      town.westend.id,
    )
    expect(start(`.rows a[href="${plan}"]`)).toHaveLength(1)
  })

  test('a discarded plan is gone', async () => {
    const plan = await begin()
    await send(`${plan}/discard`, {})
    expect((await web.get(`${plan}/what`)).status).toBe(404)
  })
})

describe('the offer of a centre', () => {
  test('is opened for changing with all its answers', async () => {
    const offer = await town.anOffer({ title: 'Elterncafé', slug: 'elterncafe' })
    await town.aSession({ offer })
    const start = await send('/de/staff/programme/elterncafe/change', {})
    const what = await page(`${start}/what`)
    expect(what('[name="texts.de.title"]').attr('value')).toBe('Elterncafé')
  })

  test('stays in the programme while families count on it, and says so', async () => {
    const { offer, session } = await aRegisteredSession('warten')
    const answer = await web.post(`/de/staff/programme/${offer.slug}/take-off`, {})
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('1 Familie zählt noch darauf')
    expect(session.intakeId).toBeDefined()
  })

  test('is none of another centre’s business', async () => {
    const { offer, session } = await aRegisteredSession('fremd')
    const draft = await begin()
    const addresses = [
      `/de/staff/programme/${offer.slug}`,
      `/de/staff/sessions/${session.id}/cancel`,
      `${draft}/what`,
      '/de/staff/programme?centre=kiez-westend',
    ]
    for (const address of addresses) expect((await stranger.get(address)).status, address).toBe(404)
    for (const verb of ['change', 'publish', 'take-off'])
      expect((await stranger.post(`/de/staff/programme/${offer.slug}/${verb}`, {})).status).toBe(404)
    const cancelling = await stranger.post(`/de/staff/sessions/${session.id}/cancel`, { reason: 'illness' })
    expect(cancelling.status).toBe(404)
    for (const address of addresses) expect((await web.get(address)).status, address).toBe(200)
  })
})

describe('cancelling a session', () => {
  test('says before and after how many families are told', async () => {
    const { session } = await aRegisteredSession('krank')
    const address = `/de/staff/sessions/${session.id}/cancel`
    expect((await page(address))('main').text()).toContain('1 Familie bekommt Bescheid')
    expect(await send(address, { reason: 'illness', note: 'Gute Besserung' })).toBe(address)
    expect((await page(address))('main').text()).toContain('1 Familie bekommt gerade eine E-Mail')
    expect(await (await web.get(`/de/sessions/${session.id}`)).text()).toContain('Gute Besserung')
  })

  test('needs a reason, and for another one some words', async () => {
    const { session } = await aRegisteredSession('grund')
    const address = `/de/staff/sessions/${session.id}/cancel`
    const without = load(await (await web.post(address, {})).text())
    expect(without('#errors a').attr('href')).toBe('#reason')
    const other = await web.post(address, { reason: 'other' })
    expect(other.status).toBe(422)
    expect(load(await other.text())('#errors a').attr('href')).toBe('#note')
  })
})

async function begin() {
  const first = await send('/de/staff/programme/plan', { centreId: town.westend.id })
  return first.replace(/\/what$/, '')
}

/** Sends a form by its button "next" and tells where it leads. */
async function send(path: string, values: FormValues = {}) {
  const answer = await web.post(path, pairs({ do: 'next', ...values }))
  if (answer.status !== 303)
    throw new Error(`${path} answered ${answer.status}: ${load(await answer.text())('#errors').text()}`)
  return answer.headers.get('location') ?? ''
}

const pairs = (values: FormValues): [string, string][] =>
  Object.entries(values).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map(one => [`${name}[]`, one]) : [[name, value]],
  )

const page = async (path: string) => load(await (await web.get(path)).text())

async function aRegisteredSession(slug: string) {
  const offer = await town.anOffer({ slug, registration: 'session', counts: 'child', places: 5 })
  const session = await town.aSession({ offer, on: '2026-11-30' })
  await joins(town, session, aFamily('Novak'))
  return { offer, session }
}
