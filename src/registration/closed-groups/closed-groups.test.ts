import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { atTheDesk, leadOf } from '../../../tests/support/families.ts'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/web/keys.ts'
import { register } from '../register.ts'
import { copyRules } from '../store/place-rules.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
const { page, send } = familiesAt(web)
afterAll(() => Promise.all([web.close(), leads.close()]))

describe('a closed group', () => {
  test.each(['de', 'ar'])('says so on its page, and its form is unknown, in %s', async language => {
    const { slug, session } = await aGroup()
    const before = await page(`/${language}/offers/${slug}`)
    expect(before.$(`a[href="/${language}/join/${session.intakeId}"]`)).toHaveLength(1)
    await invites(slug)
    const { $ } = await page(`/${language}/offers/${slug}`)
    expect($(`a[href*="/join/"]`)).toHaveLength(0)
    expect($('main').text()).toContain(
      language === 'de' ? 'Anmelden nur mit Einladung.' : 'التسجيل بدعوة فقط.',
    )
    expect((await web.get(`/${language}/join/${session.intakeId}`)).status).toBe(404)
    expect((await web.post(`/${language}/join/${session.intakeId}`, aFamily())).status).toBe(404)
  })

  test('takes whoever has the link, for each date that she ticks; nobody else, and no other group', async () => {
    const { slug, session, offer } = await aGroup()
    const second = await town.aSession({ offer, on: '2026-12-14' })
    const link = await invites(slug)
    const choice = await page(link)
    expect(choice.$('main a[href*="/invited/"]')).toHaveLength(2)

    const form = await page(`${link}/${session.intakeId}`)
    expect(form.$('form').first().attr('action')).toBe(`${link}/${session.intakeId}`)
    const fields: [string, string][] = [...Object.entries(aFamily()), ['dates[]', second.intakeId ?? '']]
    const sent = await web.post(`${link}/${session.intakeId}`, fields)
    expect(sent.headers.get('location')).toMatch(/\/my\/[\w-]{22}\?news=registered$/)

    const other = await aGroup()
    await invites(other.slug)
    expect((await web.get(`${link}/${other.session.intakeId}`)).status).toBe(404)
    expect((await web.get(`/de/invited/${newSecret()}`)).status).toBe(404)
    expect((await web.get('/de/invited/x')).status).toBe(404)
  })

  test('of one date leads straight to the form, and what is missing is said there', async () => {
    const { slug, session } = await aGroup()
    const link = await invites(slug)
    expect((await web.get(link)).headers.get('location')).toBe(`${link}/${session.intakeId}`)
    const again = await send(`${link}/${session.intakeId}`, { ...aFamily(), called: '' })
    expect([again.status, again.$('#errors a').attr('href')]).toEqual([422, '#called'])
  })

  test('is not found by whoever looks for places, and the interface gives no address to register', async () => {
    const { slug, session, offer } = await aGroup({ title: 'Töpferkreis' })
    const found = async () =>
      (await page('/de/offers?places=yes&q=Töpferkreis')).$(`main a[href*="${session.id}"]`).length
    const free = async () => (await web.get(`/api/v1/availability?offer=${offer.id}`)).text()
    expect(await found()).toBe(1)
    expect(await free()).toContain(`/join/${session.intakeId}`)
    await invites(slug)
    expect(await found()).toBe(0)
    expect(await free()).toContain('by-invitation')
    expect(await free()).not.toContain(`/join/${session.intakeId}`)
  })

  test('the link is taken back, made anew, and the group opened again; who is in stays in', async () => {
    const { slug, session } = await aGroup()
    const first = await invites(slug)
    const inside = await web.post(`${first}/${session.intakeId}`, aFamily())
    const anew = await invites(slug)
    expect((await web.get(first)).status).toBe(404)
    expect((await web.get(anew)).status).toBe(303)

    await leads.post(`/de/staff/programme/${slug}/invitation/end`, { do: 'take-back' })
    expect((await web.get(anew)).status).toBe(404)
    expect((await web.get(`/de/join/${session.intakeId}`)).status).toBe(404)
    expect((await web.get(inside.headers.get('location') ?? '')).status).toBe(200)
    const added = await leads.post(`/de/staff/intakes/${session.intakeId}/add`, aFamily())
    expect(added.status).toBe(200)

    const opened = await leads.post(`/de/staff/programme/${slug}/invitation/end`, { do: 'open' })
    expect(opened.headers.get('location')).toContain('news=opened')
    expect((await web.get(`/de/join/${session.intakeId}`)).status).toBe(200)
  })

  test('another centre neither closes it nor sees how it stands', async () => {
    const { slug } = await aGroup({ centre: town.dotzheim })
    expect((await leads.get(`/de/staff/programme/${slug}/invitation`)).status).toBe(404)
    expect((await leads.post(`/de/staff/programme/${slug}/invitation`, {})).status).toBe(404)
  })

  test('control: the use case refuses by itself, whatever the page does', async () => {
    const { slug, session } = await aGroup()
    const asked = {
      ...{ intakeId: session.intakeId ?? '', renderingKey: newSecret(), called: 'Fremd' },
      ...{ contact: { kind: 'none' as const }, party: { adults: 1, children: [aChild] } },
    }
    const invite = (await invites(slug)).replace('/de/invited/', '')
    expect(await register(atTheDesk(town), asked)).toEqual({ outcome: 'not-invited' })
    expect(await register(atTheDesk(town), { ...asked, invite: newSecret() })).toEqual({
      outcome: 'not-invited',
    })
    expect((await register(atTheDesk(town), { ...asked, invite })).outcome).toBe('confirmed')
  })

  test('stays closed in the next season, without the old link', async () => {
    const [{ slug, offer }, next] = [await aGroup(), await aGroup()]
    await invites(slug)
    await inTransaction(town.contextOf(leadOf(town.westend)), tx =>
      copyRules(tx, town.city.id, { from: offer.id, to: next.offer.id }),
    )
    expect((await web.get(`/de/join/${next.session.intakeId}`)).status).toBe(404)
    const staff = await leads.get(`/de/staff/programme/${next.slug}/invitation`)
    expect(load(await staff.text())('main').text()).toContain('Niemand kann sich selbst anmelden')
  })
})

const aChild = { firstName: 'Mila', bornIn: Temporal.PlainDate.from('2024-03-01') }

const aFamily = () => ({
  ...{ renderingKey: newSecret(), called: 'Amina', adults: '1', email: '', phone: '' },
  ...{ 'childName[]': 'Mila', 'childMonth[]': '3', 'childYear[]': '2024' },
})

/** The lead makes the link; it is read from the page that shows it once. */
const invites = async (slug: string) => {
  const answer = await leads.post(`/de/staff/programme/${slug}/invitation`, {})
  const $ = load(await answer.text())
  expect($('svg[role=img]')).toHaveLength(1)
  return new URL($('main a.number').attr('href') ?? '', 'http://localhost').pathname
}

const aGroup = async (given: Parameters<typeof town.anOffer>[0] = {}) => {
  const offer = await town.anOffer({ registration: 'session', counts: 'child', places: 5, ...given })
  return { offer, slug: offer.slug, session: await town.aSession({ offer, on: '2026-12-07' }) }
}
