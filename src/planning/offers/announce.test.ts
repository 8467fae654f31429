import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { changeDates, readDateToChange } from '../dates/change-dates.ts'
import { sayStillRight } from './check-offers.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const system = town.contextOf({ kind: 'system' })
const { planned, stored } = planningAt(town, town.contextOf(leadOf(town.westend)))
const later = planningAt(town, town.contextOf(leadOf(town.westend), inDays(30)))
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([web.close(), lead.close()]))

describe('what changed of a published offer', () => {
  test('is told on its page, on its dates and on its card, with what it was', async () => {
    const { slug } = await planned(aPlan(), { publish: true })
    expect(await wordsOf(`/de/offers/${slug}`)).not.toContain('Das ist neu')

    const moved = planningAt(town, town.contextOf(leadOf(town.westend), inDays(0, 60)))
    await moved.changed(slug, { when: { place: 'Raum 5', 'slots.0.starts': '10:00' } })
    const words = await wordsOf(`/de/offers/${slug}`)
    expect(words).toContain('Neue Zeit Bisher: jeden Dienstag, 9:30–11:00')
    expect(words).toContain('Anderer Raum Bisher: Gruppenraum')
    expect(words).not.toContain('Neuer Preis')
    expect(await wordsOf(`/ar/offers/${slug}`)).toContain('غرفة أخرى سابقاً: Gruppenraum')
    expect(await wordsOf('/de/offers')).toContain('Anderer Raum')
    const [session] = await later.sessionsOf(slug)
    expect(
      await wordsOf(`/de/sessions/${(await later.sessionsOf(slug)).at(-1)?.id ?? session?.id}`),
    ).toContain('Anderer Raum')

    await moved.changed(slug, { when: { place: 'Gruppenraum', 'slots.0.starts': '09:30' } })
    expect(await wordsOf(`/de/offers/${slug}`)).not.toContain('Das ist neu')
  })

  test('is told of a whole series that is held at another time', async () => {
    const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Tanzen' } }), { publish: true })
    const [first] = await later.sessionsOf(slug)
    const context = town.contextOf(leadOf(town.westend), inDays(0, 60))
    const { date, offer } = await readDateToChange(context, first?.id ?? '')
    if (!date) throw new Error('no date')
    const edit = { ...date, starts: Temporal.PlainTime.from('11:00'), ends: null, ...offer }
    const { outcome } = await changeDates(context, { sessionId: date.id, scope: 'all', edit })
    expect(outcome).toBe('changed')
    expect(await wordsOf(`/de/offers/${slug}`)).toContain('Neue Zeit Bisher: jeden Dienstag, 9:30–11:00')
  })

  test('is told when somebody has looked at an offer that was changed while it was hidden', async () => {
    const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Nähen' } }), { publish: true })
    await asSystem(sql`update offers set state = 'stale' where slug = ${slug}`)
    const context = town.contextOf(leadOf(town.westend), inDays(0, 60))
    await planningAt(town, context).changed(slug, { when: { place: 'Raum 5' } })
    await sayStillRight(context, slug)
    expect(await wordsOf(`/de/offers/${slug}`)).toContain('Anderer Raum Bisher: Gruppenraum')
  })

  test('counts from what it said when nothing was frozen yet, as after an import', async () => {
    const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Singen' } }), { publish: true })
    await asSystem(sql`delete from announced_offers`)
    const moved = planningAt(town, town.contextOf(leadOf(town.westend), inDays(0, 60)))
    await moved.changed(slug, { who: { pricePer: 'session', price: '2,50' } })
    expect(await wordsOf(`/de/offers/${slug}`)).toContain('Neuer Preis Bisher: kostenlos')
  })

  test('of a draft is told to nobody', async () => {
    const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Malen' } }))
    await later.changed(slug, { when: { place: 'Hof' } })
    const { id } = await stored(slug)
    const { rows } = await asSystem(sql`select from announced_offers where offer_id = ${id}`)
    expect(rows).toHaveLength(0)
  })

  test('cannot be rewritten: what was told stays told', async () => {
    await expect(asSystem(sql`update announced_offers set facts = '{}'`)).rejects.toThrow('permission denied')
  })

  test('empties the kept pages', async () => {
    const { rows } = await asSystem(
      sql<{ tgname: string }>`select tgname from pg_trigger where tgrelid = 'announced_offers'::regclass
        and tgname like 'tell_of%' order by 1`,
    )
    expect(rows.map(({ tgname }) => tgname)).toEqual(['tell_of_gone', 'tell_of_new'])
  })
})

async function wordsOf(address: string) {
  const answer = await web.get(address)
  expect(answer.status).toBe(200)
  return load(await answer.text())('main')
    .text()
    .replaceAll(/\s+/g, ' ')
}

function asSystem<Row>(statement: ReturnType<typeof sql<Row>>) {
  return inTransaction(system, tx => statement.execute(tx))
}

function inDays(days: number, seconds = 0) {
  return townNow.add({ hours: 24 * days, seconds })
}
