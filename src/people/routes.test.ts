import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Membership, StaffMember } from '../identity/index.ts'
import { releasePosts } from './release-posts.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { id: centreId, providerId } = town.westend
const provider = webForTest(database, {
  as: member({ role: 'provider-manager', providerId, centreId: null }),
})
const office = webForTest(database, { as: member({ role: 'city-office', providerId: null, centreId: null }) })
const lead = webForTest(database, { as: member({ role: 'centre-lead', providerId, centreId }) })
afterAll(() => Promise.all([provider.close(), office.close(), lead.close()]))

test('the provider enters the post and who holds it', async () => {
  expect(await textAt('/de/staff/posts')).toContain('noch keine Stelle eingetragen')
  const plan = { percent: '100', fullTime: '39', fundedBy: 'Haushalt 2020/21', from: '2026-01-01' }
  const planned = await provider.post(`/de/staff/posts/${centreId}/plan`, plan)
  expect(planned.headers.get('location')).toBe(`/de/staff/posts/${centreId}?done=planned`)
  expect(await textAt('/de/staff/posts')).toContain('unbesetzt')

  const assigned = await provider.post(`/de/staff/posts/${centreId}/assign`, {
    ...{ kind: 'holder', person: 'new', name: 'Aylin Sandıkçı', contract: '39', hours: '19,5' },
    ...{ from: '2026-03-01', lastDay: '' },
  })
  expect(assigned.status).toBe(303)
  const list = await textAt('/de/staff/posts')
  expect(list).toContain('Aylin Sandıkçı hat die Stelle, 19,5 Stunden in der Woche')
  expect(list).not.toContain('unbesetzt')
})

test('what does not fit is told at its field, and what was typed stays', async () => {
  const person = load(await (await provider.get(`/de/staff/posts/${centreId}/assign`)).text())(
    'option',
  ).last()
  const answer = await provider.post(`/de/staff/posts/${centreId}/assign`, {
    ...{ kind: 'holder', person: String(person.attr('value')), name: '', contract: '', hours: '45' },
    ...{ from: '2027-01-01', lastDay: '2026-01-01' },
  })
  expect(answer.status).toBe(422)
  const $ = load(await answer.text())
  expect($('[role=alert] a').attr('href')).toBe('#lastDay')
  expect($('#hours').attr('value')).toBe('45')
  expect($('select option[selected]').text()).toContain('Aylin')
})

test('a new person needs a name and a contract', async () => {
  const answer = await provider.post(`/ar/staff/posts/${centreId}/assign`, {
    ...{ kind: 'holder', person: 'new', hours: '', from: '2026-01-01' },
  })
  const $ = load(await answer.text())
  expect(
    $('[role=alert] a')
      .map((_, link) => $(link).attr('href'))
      .get(),
  ).toEqual(['#name', '#contract', '#hours'])
})

test('the city office reads size and vacancy on the same address, and never the name', async () => {
  await releasePosts(town.contextOf({ kind: 'system' }))
  const page = await textAt('/de/staff/posts', office)
  expect(page).toMatch(/KiEZ Westend\s*100 %\s*2/)
  expect(page).not.toContain('Sandıkçı')
  // The control: the provider reads the name there.
  expect(await textAt('/de/staff/posts')).toContain('Sandıkçı')
  expect((await office.get(`/de/staff/posts/${centreId}`)).status).toBe(404)
})

test('a lead finds posts in her menu once her centre uses them', async () => {
  const menu = async () =>
    load(await (await lead.get('/de/staff/parts')).text())('nav a[href="/de/staff/posts"]').length
  expect(await menu()).toBe(0)
  await lead.post(`/de/staff/parts/${centreId}`, { part: 'posts', on: 'yes' })
  expect(await menu()).toBeGreaterThan(0)
  expect(await textAt(`/ar/staff/posts/${centreId}`, lead)).toContain('Aylin Sandıkçı')
})

async function textAt(path: string, web = provider) {
  const answer = await web.get(path)
  expect(answer.status).toBe(200)
  return load(await answer.text())('main')
    .text()
    .replaceAll(/\s+/g, ' ')
}

function member(membership: Membership): StaffMember {
  return {
    ...{ kind: 'staff', accountId: membership.role, name: 'Test', memberships: [membership] },
    ...{ ledOffers: [], supportedCentres: [] },
  }
}
