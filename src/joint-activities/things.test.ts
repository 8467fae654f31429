import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../tests/support/families.ts'
import { aPicnic, thingsNamed } from '../../tests/support/joint.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownSession } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { cancel } from '../registration/index.ts'
import type { JointPlan } from './forms.ts'
import { planJointActivity } from './plan-joint-activity.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leadWeb = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([web.close(), leadWeb.close()]))

describe('a family that registers', () => {
  test('takes something off the list; the next one sees how much is taken, never by whom', async () => {
    const { session, offer } = await aPicnic(town, { things: { Salat: 1, Decke: 2 } })
    const [salad = '', blanket = ''] = await thingsNamed(town, offer.id, 'Salat', 'Decke')
    const address = `/de/join/${session.intakeId}`
    const key = load(await (await web.get(address)).text())('input[name=renderingKey]').attr('value') ?? ''
    const fields: [string, string][] = [
      ['renderingKey', key],
      ['called', 'Novak'],
      ['adults', '1'],
      ['brings[]', salad],
      ['brings[]', blanket],
    ]
    const sent = await web.post(address, fields)
    expect(sent.status).toBe(303)
    const own = load(await (await web.get(sent.headers.get('location') ?? '')).text())
    expect(own(`input[value="${salad}"]`).is('[checked]')).toBe(true)
    expect(own('main').text()).toContain('An der großen Pappel')

    const page = await (await web.get(address)).text()
    expect(page).toContain('1 von 2 vergeben')
    expect(page).toContain('1 von 1 vergeben')
    expect(page).not.toContain('Novak')
    expect(load(page)(`input[value="${salad}"]`).is('[disabled]')).toBe(true)
    expect(load(page)(`input[value="${blanket}"]`).is('[disabled]')).toBe(false)
  })

  test('and whose thing somebody else takes meanwhile has its place all the same', async () => {
    const { session, offer } = await aPicnic(town, { things: { Salat: 1 } })
    const [salad = ''] = await thingsNamed(town, offer.id, 'Salat')
    await joins(town, session, aFamily('Erste', { brings: [salad] }))
    const second = await joins(town, session, aFamily('Zweite', { brings: [salad] }))
    expect(second.outcome).toBe('confirmed')
    expect(await takenAt(session)).toEqual([1])
  })

  test('only to wait promises nothing', async () => {
    const { session, offer } = await aPicnic(town, { things: { Salat: 5 }, places: 1 })
    const [salad = ''] = await thingsNamed(town, offer.id, 'Salat')
    await joins(town, session, aFamily('Erste'))
    await joins(town, session, aFamily('Wartet', { brings: [salad] }))
    expect(await takenAt(session)).toEqual([])
  })
})

describe('on its own page a family', () => {
  test('changes its mind, and is told when something is promised already', async () => {
    const { session, offer } = await aPicnic(town, { things: { Salat: 1, Decke: 1 } })
    const [salad = '', blanket = ''] = await thingsNamed(town, offer.id, 'Salat', 'Decke')
    const [first, second] = [
      await joins(town, session, aFamily('Erste')),
      await joins(town, session, aFamily('Zweite')),
    ]
    const brings = async ({ keys }: typeof first, ...ids: string[]) => {
      const answer = await web.post(
        `/de/my/${keys.link}/brings`,
        ids.map((id): [string, string] => ['brings[]', id]),
      )
      return (await web.get(answer.headers.get('location') ?? '')).text()
    }
    expect(await brings(first, salad, blanket)).toContain('Danke, das ist notiert')
    expect(await brings(second, salad)).toContain('bringt inzwischen schon jemand anderes mit')
    await brings(first, blanket)
    expect(await brings(second, salad)).toContain('Danke, das ist notiert')
    expect(await takenAt(session)).toEqual([1, 1])
  })

  test('that cancels lets everything go', async () => {
    const { session, offer } = await aPicnic(town, { things: { Salat: 1 } })
    const [salad = ''] = await thingsNamed(town, offer.id, 'Salat')
    const { registrationId } = await joins(town, session, aFamily('Novak', { brings: [salad] }))
    expect(await takenAt(session)).toEqual([1])
    await cancel(atTheDesk(town), registrationId)
    expect(await takenAt(session)).toEqual([])
  })
})

describe('the lead', () => {
  test('sees on her list who brings what', async () => {
    const { session, offer } = await aPicnic(town, { things: { Nudelsalat: 2 } })
    const [salad = ''] = await thingsNamed(town, offer.id, 'Nudelsalat')
    await joins(town, session, aFamily('Novak', { brings: [salad] }))
    await joins(town, session, aFamily('Okafor'))
    const list = load(await (await leadWeb.get(`/de/staff/intakes/${session.intakeId}`)).text())
    const rows = list('tbody tr').toArray()
    expect(rows.map(row => list(row).text().includes('Nudelsalat'))).toEqual([true, false])
  })

  test('cannot need less than families have promised, but exactly that', async () => {
    const { session, offer } = await aPicnic(town, { things: { Salat: 4 } })
    const [salad = ''] = await thingsNamed(town, offer.id, 'Salat')
    const joined = []
    for (const name of ['Eins', 'Zwei', 'Drei'])
      joined.push(await joins(town, session, aFamily(name, { brings: [salad] })))
    await cancel(atTheDesk(town), joined[0]?.registrationId ?? '')

    const plan = (needed: number | undefined): JointPlan => ({
      ...{ minimum: null, daysBefore: null, meetingPoint: { de: '', en: '', ar: '' } },
      things: needed === undefined ? [] : [{ id: salad, name: { de: 'Salat', en: '', ar: '' }, needed }],
    })
    const lead = town.contextOf(leadOf(town.westend))
    expect(await planJointActivity(lead, offer.slug, plan(1))).toEqual({ outcome: 'promised', thing: 0 })
    expect(await planJointActivity(lead, offer.slug, plan(undefined))).toMatchObject({ outcome: 'promised' })
    expect(await planJointActivity(lead, offer.slug, plan(2))).toEqual({ outcome: 'planned' })
    expect(await takenAt(session)).toEqual([1, 2])
  })

  test('types the whole plan into one form, and is told what is missing', async () => {
    const { offer } = await aPicnic(town, { minimum: null })
    const address = `/de/staff/programme/${offer.slug}/together`
    const faulty = await leadWeb.post(address, {
      ...{ minimum: '6', daysBefore: '', 'meetingPoint.en': 'At the poplar' },
      ...{ 'things.0.name.en': 'Salad', 'things.0.needed': '2' },
    })
    expect(faulty.status).toBe(422)
    const shown = load(await faulty.text())
    const fields = shown('[role=alert] a').toArray()
    expect(fields.map(link => shown(link).attr('href'))).toEqual([
      ...['#meetingPoint.de', '#things.0.name.de', '#daysBefore'],
    ])

    const saved = await leadWeb.post(address, {
      ...{ minimum: '6', daysBefore: '3', 'meetingPoint.de': 'An der Pappel', 'meetingPoint.en': '' },
      ...{ 'things.0.name.de': 'Salat', 'things.0.name.ar': 'سلطة', 'things.0.needed': '2' },
      ...{ 'things.1.name.de': '', 'things.1.needed': '' },
    })
    expect(saved.status).toBe(303)
    const again = load(await (await leadWeb.get(address)).text())
    expect(again('input[name="things.0.name.ar"]').attr('value')).toBe('سلطة')
    expect(again('input[name="minimum"]').attr('value')).toBe('6')
    expect(await (await web.get(`/ar/offers/${offer.slug}`)).text()).toContain('سلطة')
  })

  test('of an offer to which one just comes sets a meeting point and no minimum', async () => {
    const offer = await town.anOffer({ title: 'Rhein-Runde', kind: 'activity' })
    const address = `/de/staff/programme/${offer.slug}/together`
    await inTransaction(town.contextOf({ kind: 'system' }), tx =>
      tx.updateTable('centres').set({ street: 'Teststraße 1' }).where('id', '=', town.westend.id).execute(),
    )
    const publicPage = async () => (await web.get(`/de/offers/${offer.slug}`)).text()
    expect(await publicPage()).toContain('Teststraße')
    await leadWeb.post(address, { minimum: '6', daysBefore: '3', 'meetingPoint.de': 'An der Pappel' })
    const page = await publicPage()
    expect(page).toContain('An der Pappel')
    // The street of the centre would lead astray.
    expect(page).not.toContain('Teststraße')
    expect(page).not.toContain('Findet ab')
  })

  test('finds no such page for another kind of offer', async () => {
    const offer = await town.anOffer({ title: 'Beratung', kind: 'counselling' })
    expect((await leadWeb.get(`/de/staff/programme/${offer.slug}/together`)).status).toBe(404)
  })
})

/** The numbers of all things that are promised for a date. */
const takenAt = async ({ intakeId = '' }: TownSession) => {
  const rows = await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .selectFrom('thingsTaken')
      .select('number')
      .where('intakeId', '=', intakeId)
      .orderBy('number')
      .execute(),
  )
  return rows.map(({ number }) => number)
}
