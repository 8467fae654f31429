import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Membership, StaffMember } from '../identity/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { id: centreId, providerId } = town.westend

const babies = await town.anOffer({ title: 'Krabbelgruppe', place: 'Raum 2' })
const course = await town.anOffer({
  title: 'Holzwerkstatt',
  registration: 'session',
  counts: 'child',
  places: 10,
})
const begun = await town.aSession({ offer: babies, at: '08:30', until: '10:00' })
const later = await town.aSession({ offer: course, at: '16:30', until: '18:00' })
await town.aSession({ offer: babies, at: '15:00', until: '16:00', cancelled: 'illness' })
await town.aSession({ offer: babies, on: '2026-11-20' })
await joins(town, later, aFamily('Yıldız', { children: 2 }))
await town.aSession({ offer: await town.anOffer({ centre: town.dotzheim, title: 'Nachbarn' }), at: '08:30' })

const webs: ReturnType<typeof webForTest>[] = []
afterAll(() => Promise.all(webs.map(web => web.close())))

test('the lead sees today at her centre: what to count, who comes, what is cancelled and why', async () => {
  const page = await startPage(leadOf(town.westend))
  expect(page('h1').text()).toBe('Guten Morgen')
  expect(page('.desk-head').text()).toContain('Montag, 23. November · 2 Termine, 1 Absage')
  const rows = page('main section').first().find('li')
  expect(rows.map((_, row) => page(row).find('b').text()).get()).toEqual([
    'Krabbelgruppe',
    'Krabbelgruppe',
    'Holzwerkstatt',
  ])
  expect(rows.eq(0).find('a').attr('href')).toBe(`/de/staff/sessions/${begun.id}/count`)
  expect(rows.eq(1).text()).toContain('abgesagt · Grund: Krankheit')
  expect(rows.eq(2).text()).toContain('2 von 10 Plätzen')
  expect(rows.eq(2).find('a').last().attr('href')).toBe(`/de/staff/sessions/${later.id}/list`)
})

test('what was not counted in the last days waits for her', async () => {
  const page = await startPage(leadOf(town.westend))
  expect(page('main section').eq(1).text()).toContain('1Termin der letzten Tage noch nicht gezählt')
})

test('a course leader sees her own offers and nothing of the others', async () => {
  const page = await startPage({
    ...someone([{ role: 'course-leader', centreId, providerId }]),
    ledOffers: [course.id],
  })
  expect(page('main').text()).toContain('Holzwerkstatt')
  expect(page('main').text()).not.toContain('Krabbelgruppe')
})

test('whoever has support access alone finds the lists of that centre and the calls, and nothing else', async () => {
  const helper = { ...someone([]), supportedCentres: [centreId] }
  const page = await startPage(helper)
  const links = (place: string) =>
    page(place)
      .map((_, link) => page(link).attr('href'))
      .get()
  expect(new Set(links('nav a').filter(href => href.startsWith('/de/staff')))).toEqual(
    new Set(['/de/staff', '/de/staff/calls']),
  )
  expect(links('main a')).toEqual([`/de/staff/intakes/${later.intakeId}`])
  expect(page('main').text()).toContain('Holzwerkstatt')
  const web = webAs(helper)
  for (const address of [...links('nav a'), ...links('main a')].filter(href => href.startsWith('/de/staff')))
    expect((await web.get(address)).status).toBe(200)
})

test('the control: without that access she is led to her account and sees no list', async () => {
  const web = webAs(someone([]))
  expect((await web.get('/de/staff')).headers.get('location')).toBe('/de/account')
  expect((await web.get(`/de/staff/intakes/${later.intakeId}`)).status).toBe(404)
})

test.each([
  ['city-office', '/de/staff/figures'],
  ['administrator', '/de/staff/people'],
] as const)('the %s begins at %s', async (role, address) => {
  const web = webAs(someone([{ role, providerId: null, centreId: null }]))
  expect((await web.get('/de/staff')).headers.get('location')).toBe(address)
})

const startPage = async (as: StaffMember) => load(await (await webAs(as).get('/de/staff')).text())

const webAs = (as: StaffMember) => {
  const web = webForTest(database, { as })
  webs.push(web)
  return web
}

const someone = (memberships: Membership[]): StaffMember => ({
  ...{ kind: 'staff', accountId: 'someone', name: 'Jemand', memberships },
  ...{ ledOffers: [], supportedCentres: [] },
})
