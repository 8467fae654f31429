import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aBusyTown, readJson, secrets } from '../../tests/support/open-data.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'
import { allowSite } from './allow-site.ts'
import type { Shown } from './on-other-sites.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { sessions } = await aBusyTown(town)
const officer: StaffMember = {
  ...{ kind: 'staff', accountId: 'office', name: 'Amt', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'city-office', providerId: null, centreId: null }],
}
const office = webForTest(database, { as: officer })
const web = webForTest(database)
afterAll(() => Promise.all([office.close(), web.close()]))

describe('the city office says which sites show the programme', () => {
  test('it takes whatever is copied from a browser, and gives the lines to copy', async () => {
    const fields = { name: 'Kita Sonnenblume', origin: 'https://Kita.example/eltern/?a=1' }
    const answer = await office.post('/de/staff/sites', fields)
    expect(answer.headers.get('location')).toBe('/de/staff/sites?done=allowed')
    const $ = load(await (await office.get('/de/staff/sites?done=allowed')).text())
    expect($('.kern-card').text()).toContain('https://kita.example')
    const lines = $('pre').text()
    expect(lines).toContain('src="http://localhost/api/v1/embed.js"')
    expect(lines).toMatch(/<kieznetz-programm site="[0-9a-f-]{36}" language="de" count="5">\n {2}<a href="/)
    expect((await office.post('/de/staff/sites', fields)).status).toBe(409)
  })

  test.each([
    ['http://kita.example', 'Das ist keine Adresse mit https://.'],
    ['javascript:alert(1)', 'Das ist keine Adresse mit https://.'],
    ['', 'Bitte ausfüllen.'],
  ])('it is told what is wrong with "%s"', async (origin, words) => {
    const answer = await office.post('/de/staff/sites', { name: 'Kita', origin })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })

  test('a lead does not', async () => {
    const lead = town.contextOf(leadOf(town.westend))
    await expect(allowSite(lead, { name: 'x', origin: 'https://x.example' })).rejects.toThrow()
  })
})

test('an answer is read out to the pages of its one site, also when nothing changed', async () => {
  const path = `/api/v1/embed/${await aSite('https://schule.example')}`
  const answer = await web.get(path)
  const etag = answer.headers.get('etag') ?? ''
  const again = await web.request(`http://localhost${path}`, { headers: { 'if-none-match': etag } })
  expect([answer.status, again.status]).toEqual([200, 304])
  for (const { headers } of [answer, again])
    expect(headers.get('access-control-allow-origin')).toBe('https://schule.example')
})

test('it is what comes next, in finished words, within what was asked', async () => {
  const site = await aSite('https://amt.example')
  const shown = await readJson<Shown>(web, `/api/v1/embed/${site}?limit=3`)
  expect(shown.items.map(({ title, when, note }) => `${title} | ${when} | ${note}`)).toEqual([
    'Krabbelgruppe | Mo., 23. Nov., 9:30–11:00 | kostenlos',
    'Elternabend online | Di., 24. Nov., 20:00–21:00 | kostenlos',
    'Babymassage | Mi., 25. Nov., 9:30–11:00 | 5,50\u00a0€ pro Termin · noch 2 Plätze',
  ])
  const arabic = await readJson<Shown>(web, `/api/v1/embed/${site}?lang=ar&centre=kiez-dotzheim`)
  expect(arabic).toMatchObject({ language: 'ar', direction: 'rtl', title: 'مراكز KiEZ' })
  expect(arabic.items.every(({ where }) => where.includes('KiEZ Dotzheim'))).toBe(true)
  expect(arabic.more.href).toBe('http://localhost/ar/centres/kiez-dotzheim')
  const all = await readJson<Shown>(web, `/api/v1/embed/${site}?limit=50`)
  expect(all.items.filter(({ isCancelled }) => isCancelled).map(({ note }) => note)).toEqual(['entfällt'])
  for (const secret of [...secrets, sessions.secret.id]) expect(JSON.stringify(all)).not.toContain(secret)
})

test.each([
  ['00000000-0000-4000-8000-000000000000', 404],
  ['nothing', 404],
  ['SITE?q=baby', 400],
  ['SITE?kin=x', 400],
  ['SITE?lang=fr', 400],
])('%s is a problem', async (what, status) => {
  const site = await aSite('https://fehler.example')
  expect((await web.get(`/api/v1/embed/${what.replace('SITE', site)}`)).status).toBe(status)
})

test('a site that is taken back gets no answer any more', async () => {
  const site = await aSite('https://vorbei.example')
  await office.post(`/de/staff/sites/${site}/take-back`, {})
  expect((await web.get(`/api/v1/embed/${site}`)).status).toBe(404)
})

/** Allows a site, or finds it where it is allowed already; its id. */
async function aSite(origin: string) {
  await allowSite(town.contextOf(officer), { name: origin, origin })
  const $ = load(await (await office.get('/de/staff/sites')).text())
  const card = $('.kern-card').filter((_, one) => $(one).text().includes(origin))
  return /site="([^"]+)"/.exec(card.find('pre').text())?.[1] ?? ''
}
