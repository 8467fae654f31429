import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { cancel } from '../cancel.ts'
import { deleteGroupNotices } from '../store/group-notices.ts'
import { namesIn } from './group-notice.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([web.close(), leads.close()]))
const words = 'Windpocken am Dienstag. Wer schwanger ist, fragt bitte die Ärztin.'

test('all families of a group are told at once, each once, and read it on their own page', async () => {
  const { slug, session, later } = await aGroup()
  const contact = { kind: 'email' as const, email: 'zweimal@example.org' }
  const renderingKey = 'one-form-for-both-dates'
  const twice = await joins(town, session, aFamily('Yıldız', { contact, renderingKey }))
  await joins(town, later, aFamily('Yıldız', { contact, renderingKey }))
  await joins(town, session, aFamily('Novak', { contact: { kind: 'phone', phone: '0611 123456' } }))
  const paper = await joins(town, session, aFamily('Haile', { contact: { kind: 'none' } }))
  const gone = aFamily('Kaya')
  await cancel(atTheDesk(town), (await joins(town, session, gone)).registrationId)

  const form = await page(leads, address(slug))
  expect(form('main').text()).toContain('1 Familie bekommt eine E-Mail. 1 steht auf der Anrufliste.')
  const sent = { words, renderingKey: String(form('[name=renderingKey]').attr('value')) }
  expect((await leads.post(address(slug), sent)).headers.get('location')).toContain('news=told')
  await leads.post(address(slug), sent)
  expect(await told(slug)).toEqual(['0611 123456', 'zweimal@example.org'])
  for (const { keys } of [twice, paper])
    expect((await page(web, `/de/my/${keys.link}`))('main').text()).toContain('Windpocken am Dienstag')
  expect((await page(web, `/ar/my/${paper.keys.link}`))('[lang=de][dir=auto]').text()).toContain('Windpocken')
})

test('it names nobody: with a name of the group it is not sent', async () => {
  const { slug, session } = await aGroup()
  await joins(town, session, aFamily('Sara', { firstNames: ['Mila'] }))
  const sent = { words: 'Mila hat Windpocken', renderingKey: crypto.randomUUID() }
  const answer = await leads.post(address(slug), sent)
  expect(answer.status).toBe(422)
  expect(load(await answer.text())('#errors').text()).toContain('ein Name aus der Gruppe: Mila')
  expect(await told(slug)).toEqual([])
})

test('it ends after fourteen days by itself, or earlier when the lead takes it away', async () => {
  const { slug, session } = await aGroup('2026-12-20')
  const { keys } = await joins(town, session, aFamily('Yıldız'))
  await leads.post(address(slug), { words, renderingKey: crypto.randomUUID() })
  const lastDay = webForTest(database, { now: townNow.add({ hours: 14 * 24 }) })
  const after = webForTest(database, { now: townNow.add({ hours: 15 * 24 }) })
  try {
    expect((await page(lastDay, `/de/my/${keys.link}`))('main').text()).toContain('Windpocken')
    expect((await page(after, `/de/my/${keys.link}`))('main').text()).not.toContain('Windpocken')
  } finally {
    await Promise.all([lastDay.close(), after.close()])
  }
  expect(await notices()).toBeGreaterThan(0)
  const deletesOn = (day: string) =>
    inTransaction(town.contextOf({ kind: 'system' }), tx =>
      deleteGroupNotices(tx, town.city.id, Temporal.PlainDate.from(day), 9),
    )
  expect(await deletesOn('2026-12-07')).toEqual([])
  expect(await deletesOn('2026-12-08')).not.toEqual([])
  expect(await notices()).toBe(0)

  await leads.post(address(slug), { words, renderingKey: crypto.randomUUID() })
  const back = (await page(leads, address(slug)))('form[action$="/take-back"]').attr('action') ?? ''
  const answers = [await leads.post(back, {}), await leads.post(back, {})]
  expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
    Array(2).fill(`${address(slug)}?news=taken-back`),
  )
  expect((await page(web, `/de/my/${keys.link}`))('main').text()).not.toContain('Windpocken')
})

test('another centre tells this group nothing', async () => {
  const { slug } = await aGroup()
  const stranger = webForTest(database, { as: leadOf(town.dotzheim) })
  try {
    expect((await stranger.get(address(slug))).status).toBe(404)
    const sent = { words, renderingKey: crypto.randomUUID() }
    expect((await stranger.post(address(slug), sent)).status).toBe(404)
  } finally {
    await stranger.close()
  }
})

test('names are found as whole words', () => {
  const family = (called: string, email: string) => ({
    ...{
      id: called,
      household: { id: called, called, language: 'de' as const, contact: { kind: 'email' as const, email } },
    },
    party: { adults: 1, children: [{ firstName: 'Mai', bornIn: Temporal.PlainDate.from('2024-05-01') }] },
  })
  const families = [family('Ida', 'a@example.org'), family('Ole', 'A@example.org')]
  expect(namesIn('Im Maien hat Idas Gruppe frei', families)).toEqual([])
  expect(namesIn('Ida, Mai und andere', families)).toEqual(['Ida', 'Mai'])
})

let groups = 0
const aGroup = async (on = '2026-12-07') => {
  const slug = `gruppe-${++groups}`
  const offer = await town.anOffer({ slug, registration: 'session', counts: 'child', places: 9 })
  return {
    slug,
    session: await town.aSession({ offer, on }),
    later: await town.aSession({ offer, on: '2026-12-21' }),
  }
}

const address = (slug: string) => `/de/staff/programme/${slug}/notice`

const page = async ({ get }: Pick<typeof web, 'get'>, path: string) => load(await (await get(path)).text())

const told = async (slug: string) => {
  const { rows } = await asSystem(sql<{ address: string }>`
    select m.address from messages m join registrations r on r.id = m.registration_id
    join offers o on o.id = r.offer_id where o.slug = ${slug} and m.kind = 'group-notice' order by m.address`)
  return rows.map(row => row.address)
}

const notices = async () => (await asSystem(sql`select id from group_notices`)).rows.length

const asSystem = <Row>(query: ReturnType<typeof sql<Row>>) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx => query.execute(tx))
