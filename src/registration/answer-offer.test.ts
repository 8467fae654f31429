import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../tests/support/families.ts'
import { outgoingOf } from '../../tests/support/outgoing.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { cancel } from './cancel.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { admin, deliverAll } = await outgoingOf(town, database)
const lead = leadOf(town.westend)
const [web, staff, later, stranger] = [
  webForTest(database),
  webForTest(database, { as: lead }),
  webForTest(database, { as: lead, now: townNow.add({ hours: 49 }) }),
  webForTest(database, { as: leadOf(town.dotzheim) }),
]
afterAll(() => Promise.all([web, staff, later, stranger].map(one => one.close())))

describe('a family that says on the telephone whether it takes an offered place', () => {
  test('has it once the lead enters the yes, and is not called to hear what it said', async () => {
    const { list, offered } = await anOfferedPlace('Ja-Sagerin')
    const [call = '', ...more] = await callsAbout('Ja-Sagerin')
    expect(more).toEqual([])
    const link = String(load(call)('a[href*="/staff/registrations/"]').attr('href'))
    const line = (await staff.get(link)).headers.get('location') ?? ''
    const { $ } = await page(staff, line.replace(/#.*/, ''))
    expect($(line.replace(/.*#/, '#')).text()).toBe('Ja-Sagerin')
    expect($(`form[action$="${offered.registrationId}/answer"]`)).toHaveLength(2)

    expect(await enters(staff, offered, 'accept')).toBe(`${list}?news=accepted`)
    const after = await page(staff, `${list}?news=accepted`)
    expect(after.$('[role=status]').text()).toContain('Die Familie hat den Platz')
    expect(after.$('form[action$="/answer"]')).toHaveLength(0)
    expect(await stateOf(offered)).toBe('confirmed')
    await deliverAll()
    expect(await callsAbout('Ja-Sagerin')).toEqual([])
  })

  test('lets it go to the next that waits, and nobody calls her with it any more', async () => {
    const { offered, next } = await anOfferedPlace('Nein-Sagerin')
    expect(await enters(staff, offered, 'decline')).toContain('news=declined')
    expect([await stateOf(offered), await stateOf(next)]).toEqual(['declined', 'offered'])
    expect(await callsAbout('Nein-Sagerin')).toEqual([])
  })

  test('is told that it is too late when the time is up', async () => {
    const { offered, next } = await anOfferedPlace('Späte')
    for (const _ of ['once', 'twice'])
      expect(await enters(later, offered, 'accept')).toContain('news=too-late')
    expect([await stateOf(offered), await stateOf(next)]).toEqual(['expired', 'offered'])
  })

  test('that was offered nothing, takes nothing', async () => {
    const { next } = await anOfferedPlace('Erste')
    expect(await enters(staff, next, 'accept')).toContain('news=nothing-offered')
    expect(await stateOf(next)).toBe('waiting')
  })

  test.each([
    ['accept', 'registration.accepted'],
    ['decline', 'registration.declined'],
  ])('that the lead entered her %s is kept', async (answer, action) => {
    const { offered } = await anOfferedPlace('Belegt')
    await enters(staff, offered, answer)
    const { rows } = await admin.query(`select action, account_id from audit_entries where subject_id = $1`, [
      offered.registrationId,
    ])
    expect(rows).toContainEqual({ action, account_id: lead.accountId })
  })

  test('the lead of another centre enters nothing, and is led to no line', async () => {
    const { offered } = await anOfferedPlace('Fremde')
    const address = `/de/staff/registrations/${offered.registrationId}`
    for (const answer of ['accept', 'decline'])
      expect((await stranger.post(`${address}/answer`, { answer })).status).toBe(404)
    expect((await stranger.get(address)).status).toBe(404)
    expect(await stateOf(offered)).toBe('offered')
  })
})

describe('a family that answers on its own page', () => {
  test('gives the place to the next with a no', async () => {
    const { offered, next } = await anOfferedPlace('Nein')
    const link = `/de/my/${offered.keys.link}`
    const { headers } = await web.post(`${link}/answer`, { answer: 'decline' })
    expect(headers.get('location')).toBe(`${link}?news=declined`)
    expect([await stateOf(offered), await stateOf(next)]).toEqual(['declined', 'offered'])
    const { $ } = await page(web, `${link}?news=declined`)
    expect($('.kern-alert').text()).toMatch(/\S/)
    expect($(`form[action="${link}/answer"]`)).toHaveLength(0)
  })

  test.each(['accept', 'decline'])(
    'too late, reads that with %s, and the place has gone on',
    async answer => {
      const { offered, next } = await anOfferedPlace('Zu spät')
      const link = `/de/my/${offered.keys.link}`
      const { headers } = await later.post(`${link}/answer`, { answer })
      expect(headers.get('location')).toBe(`${link}?news=too-late`)
      expect([await stateOf(offered), await stateOf(next)]).toEqual(['expired', 'offered'])
      expect((await page(later, `${link}?news=too-late`)).$('.kern-alert').text()).toMatch(/\S/)
    },
  )

  test.each(['', 'perhaps'])('with "%s" has not said no', async answer => {
    const { offered } = await anOfferedPlace('Unklar')
    const own = await web.post(`/de/my/${offered.keys.link}/answer`, { answer })
    const atDesk = await staff.post(`/de/staff/registrations/${offered.registrationId}/answer`, { answer })
    expect([own.status, atDesk.status]).toEqual([404, 404])
    expect(await stateOf(offered)).toBe('offered')
  })
})

type Joined = Awaited<ReturnType<typeof joins>>

/** A single place was given up: a family with a telephone is offered it, and another one waits. */
const anOfferedPlace = async (called: string) => {
  const session = await town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places: 1 }),
    on: '2026-12-07',
  })
  const first = await joins(town, session, aFamily('Erste'))
  const contact = { kind: 'phone' as const, phone: '0611 313131' }
  const offered = await joins(town, session, aFamily(called, { contact }))
  const next = await joins(town, session, aFamily('Nächste'))
  await cancel(atTheDesk(town), first.registrationId)
  await deliverAll()
  return { list: `/de/staff/intakes/${session.intakeId}`, offered, next }
}

/** What the lead is asked to say to a family about a place. */
const callsAbout = async (called: string) => {
  const { $ } = await page(staff, '/de/staff/calls')
  return $('section')
    .filter((_, call) => $(call).text().includes(`${called} weiß Bescheid`))
    .filter((_, call) => /frei geworden|ist jetzt deiner/.test($(call).text()))
    .map((_, call) => $.html(call))
    .get()
}

const enters = async (by: typeof web, { registrationId }: Joined, answer: string) =>
  (await by.post(`/de/staff/registrations/${registrationId}/answer`, { answer })).headers.get('location')

const stateOf = async ({ registrationId }: Joined) =>
  (await admin.query(`select state from registrations where id = $1`, [registrationId])).rows[0].state

const page = async (by: typeof web, path: string) => {
  const response = await by.get(path)
  expect(response.status).toBe(200)
  return { $: load(await response.text()) }
}
