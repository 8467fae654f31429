import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { newSecret } from '../platform/web/keys.ts'
import { setStopped } from './store/intakes.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = leadOf(town.westend)
const webs: ReturnType<typeof webForTest>[] = []
const signedInAs = (as: StaffMember) => {
  const web = webForTest(database, { as })
  webs.push(web)
  return web
}
afterAll(() => Promise.all(webs.map(web => web.close())))

describe('the lead of the centre', () => {
  const web = signedInAs(lead)

  test('sees who comes, who waits and why nobody was offered', async () => {
    const session = await aGroup({ places: 2 })
    await joins(town, session, aFamily('Yıldız'))
    await joins(town, session, aFamily('Novak', { children: 2 }))
    const { $ } = await open(web, `/de/staff/intakes/${session.intakeId}`)
    expect($('table').eq(0).text()).toContain('Yıldız')
    expect($('table').eq(1).text()).toContain('Es fehlen Plätze: Kinder')
  })

  test('enters a family that calls, and reads out the code', async () => {
    const session = await aGroup({ places: 2 })
    const add = `/de/staff/intakes/${session.intakeId}/add`
    const renderingKey = String((await open(web, add)).$('[name=renderingKey]').attr('value'))
    const response = await web.post(add, {
      ...{ renderingKey, called: 'Anruferin', adults: '1', phone: '0611 123456' },
      ...{ 'childName[]': 'Ada', 'childMonth[]': '3', 'childYear[]': '2025' },
    })
    expect(load(await response.text())('.big-code').text()).toMatch(/^\w{3}-\w{3}-\w{3}$/)
  })

  test('is told why nobody can be entered now, and offered a place', async () => {
    const opensAt = townNow.add({ hours: 24 })
    const offer = await town.anOffer({ registration: 'session', counts: 'child', places: 1 })
    const notYet = await town.aSession({ offer, on: '2026-12-07', opensAt })
    const stopped = await town.aSession({ offer, on: '2026-12-14' })
    await joins(town, stopped, aFamily('Erste'))
    const waits = await joins(town, stopped, aFamily('Zweite'))
    await inTransaction(town.contextOf({ kind: 'system' }), tx =>
      setStopped(tx, town.city.id, stopped.intakeId ?? '', true),
    )
    for (const [{ intakeId }, why] of [
      [notYet, 'Die Anmeldung ist noch nicht offen'],
      [stopped, 'Das findet nicht statt'],
    ] as const) {
      const refused = await web.post(`/de/staff/intakes/${intakeId}/add`, {
        ...{ renderingKey: newSecret(), called: 'Anruferin', adults: '1', phone: '0611 123456' },
        ...{ 'childName[]': 'Ada', 'childMonth[]': '3', 'childYear[]': '2025' },
      })
      expect(refused.status).toBe(422)
      expect(load(await refused.text())('#errors').text()).toContain(why)
    }
    const offered = await web.post(`/de/staff/registrations/${waits.registrationId}/offer`, {
      because: 'Umzug',
    })
    expect(offered.headers.get('location')).toContain('news=stopped')
  })

  test('is told where what a family is said to be cannot be read', async () => {
    const session = await aGroup({ priority: 'referred', referralWord: 'Storch' })
    const sent = await web.post(`/de/staff/intakes/${session.intakeId}/add`, {
      ...{ renderingKey: newSecret(), called: 'Anruferin', adults: '1', phone: '0611 123456', word: 'Spatz' },
      ...{ 'childName[]': 'Ada', 'childMonth[]': '3', 'childYear[]': '2025' },
    })
    expect(sent.status).toBe(422)
  })

  test('offers a place by hand, but never one that is not free', async () => {
    const session = await aGroup({ places: 2, waitingRule: 'strict-order' })
    await joins(town, session, aFamily('Erste'))
    const large = await joins(town, session, aFamily('Große', { children: 2 }))
    const small = await joins(town, session, aFamily('Kleine'))
    const offerTo = async ({ registrationId }: typeof large) =>
      (await web.post(`/de/staff/registrations/${registrationId}/offer`, { because: 'Umzug' })).headers.get(
        'location',
      )
    expect(await offerTo(large)).toContain('news=no-place')
    expect(await offerTo(small)).toContain('news=offered')
    expect(await offerTo(small)).toContain('news=already-offered')
  })

  test('cannot take away places that are taken', async () => {
    const session = await aGroup({ places: 2 })
    await joins(town, session, aFamily('Zwei', { children: 2 }))
    const { headers } = await web.post(`/de/staff/intakes/${session.intakeId}/places`, {
      unit: 'child',
      places: '1',
    })
    expect(headers.get('location')).toContain('news=more-are-taken')
  })

  test('sees a child that is perhaps there twice, and settles it', async () => {
    const session = await aGroup({ places: 3 })
    await joins(town, session, aFamily('Mutter', { firstNames: ['Amina'] }))
    const second = await joins(town, session, aFamily('Andere', { firstNames: ['Amina'] }))
    const list = `/de/staff/intakes/${session.intakeId}`
    expect((await open(web, list)).$('main').text()).toContain('vielleicht doppelt')
    await web.post(`/de/staff/registrations/${second.registrationId}/same-child`, {})
    expect((await open(web, list)).$('main').text()).not.toContain('Andere')
  })

  test('marks who came', async () => {
    const session = await aGroup({ places: 3 })
    const { registrationId } = await joins(town, session, aFamily('Da'))
    await joins(town, session, aFamily('Fort'))
    await web.post(`/de/staff/sessions/${session.id}/list`, [['present[]', registrationId]])
    const { $ } = await open(web, `/de/staff/sessions/${session.id}/list`)
    expect(
      $('input[checked]')
        .map((_, box) => $(box).attr('value'))
        .get(),
    ).toEqual([registrationId])
  })
})

describe('nobody else sees a name', () => {
  const leaderOf = (offerId: string): StaffMember => ({
    ...{
      kind: 'staff',
      accountId: 'leader',
      name: 'Kursleitung',
      supportedCentres: [],
      ledOffers: [offerId],
    },
    memberships: [{ role: 'course-leader', centreId: town.westend.id, providerId: town.westend.providerId }],
  })
  const office = (role: 'city-office' | 'administrator'): StaffMember => ({
    ...{ kind: 'staff', accountId: role, name: role, supportedCentres: [], ledOffers: [] },
    memberships: [{ role, centreId: null, providerId: null }],
  })
  const manager: StaffMember = {
    ...{ kind: 'staff', accountId: 'manager', name: 'Träger', supportedCentres: [], ledOffers: [] },
    memberships: [{ role: 'provider-manager', centreId: null, providerId: town.westend.providerId }],
  }

  test('a course leader sees her own group and no other', async () => {
    const [own, other] = [await aGroup({}), await aGroup({})]
    await joins(town, own, aFamily('Yıldız'))
    const web = signedInAs(leaderOf(own.offerId))
    expect((await open(web, `/de/staff/intakes/${own.intakeId}`)).$('main').text()).toContain('Yıldız')
    expect((await web.get(`/de/staff/intakes/${other.intakeId}`)).status).toBe(404)
  })

  test.each([
    ['the lead of another centre', () => leadOf(town.dotzheim)],
    ['the city office', () => office('city-office')],
    ['an administrator', () => office('administrator')],
    ['the provider without support access', () => manager],
  ])('%s gets the answer of an unknown page', async (_, who) => {
    const session = await aGroup({})
    const { registrationId } = await joins(town, session, aFamily('Yıldız'))
    const web = signedInAs(who())
    expect((await web.get(`/de/staff/intakes/${session.intakeId}`)).status).toBe(404)
    expect((await web.get(`/de/staff/sessions/${session.id}/list`)).status).toBe(404)
    expect((await web.post(`/de/staff/registrations/${registrationId}/cancel`, {})).status).toBe(404)
  })

  test('with support access the provider sees the list of that centre', async () => {
    const session = await aGroup({})
    await joins(town, session, aFamily('Yıldız'))
    const web = signedInAs({ ...manager, supportedCentres: [town.westend.id] })
    expect((await open(web, `/de/staff/intakes/${session.intakeId}`)).$('main').text()).toContain('Yıldız')
  })
})

const aGroup = async (offer: Parameters<typeof town.anOffer>[0] = {}) =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places: 5, ...offer }),
    on: '2026-12-07',
  })

const open = async (web: ReturnType<typeof webForTest>, path: string) => {
  const response = await web.get(path)
  expect(response.status).toBe(200)
  return { $: load(await response.text()) }
}
