import ICAL from 'ical.js'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const offer = await town.anOffer({ slug: 'turnen', title: 'Turnen', place: 'Raum 1', leader: 'Ayşe' })
const usual = await town.aSession({ offer, on: '2026-11-24' })
const moved = await town.aSession({
  ...{ offer, on: '2026-12-03', at: '14:00', until: '15:30' },
  own: {
    movedFrom: Temporal.Instant.from('2026-12-01T08:30:00Z'),
    ...{ ownPlace: 'Turnhalle', ownLeader: 'Herr Novak' },
  },
})

describe('a date that is not as always', () => {
  test.each([
    ['de', 'Anders als sonst', 'Verlegt von Dienstag, 1. Dezember um 9:30 Uhr', 'verlegt'],
    ['en', 'Not as usual', 'Moved from Tuesday 1 December at 9:30', 'moved'],
    ['ar', 'على غير المعتاد', 'نُقل من الثلاثاء، 1 ديسمبر', 'تغيّر الموعد'],
  ])('says so in %s: on its page and in the list of dates', async (language, title, from, tag) => {
    const page = await textOf(`/${language}/sessions/${moved.id}`)
    expect(page).toContain(title)
    expect(page).toContain(from)
    for (const own of ['Turnhalle', 'Herr Novak']) expect(page).toContain(own)
    for (const usually of ['Raum 1', 'Ayşe']) expect(page).not.toContain(usually)
    const dates = await textOf(`/${language}/offers/turnen`)
    expect(dates).toContain(tag)
    expect(dates).toContain(from)
  })

  test('every other date says nothing of it', async () => {
    const page = await textOf(`/de/sessions/${usual.id}`)
    expect(page).toContain('Raum 1')
    expect(page).toContain('Ayşe')
    expect(page).not.toContain('Anders als sonst')
  })

  test('is held where it is held in the calendar file too', async () => {
    expect((await eventOf(moved.id)).location).toBe('Turnhalle')
  })
})

describe('the sequence of a date', () => {
  test('grows when its time, its place or its state changes, and not with its leader', async () => {
    const { id } = await town.aSession({ offer, on: '2026-12-08' })
    const sequences = [(await eventOf(id)).sequence]
    const changes = [
      { endsAt: Temporal.Instant.from('2026-12-08T10:30:00Z') },
      { ownPlace: 'Hof' },
      { ownLeader: 'Frau Weiß' },
      {
        state: 'cancelled',
        cancelReason: 'weather',
        cancelledAt: Temporal.Instant.from('2026-12-07T10:00:00Z'),
      },
    ] as const
    for (const change of changes) {
      await changeSession(id, change)
      sequences.push((await eventOf(id)).sequence)
    }
    expect(sequences).toEqual([0, 1, 2, 2, 3])
  })

  test('grows with the room of the offer, but not where the date is elsewhere anyway', async () => {
    const ball = await town.anOffer({ slug: 'ball', title: 'Ball', place: 'Raum 1' })
    const here = await town.aSession({ offer: ball, on: '2027-01-11' })
    const elsewhere = await town.aSession({ offer: ball, on: '2027-01-18', own: { ownPlace: 'Park' } })
    const over = await town.aSession({ offer: ball, on: '2026-11-16' })
    await inTransaction(town.contextOf({ kind: 'system' }), tx =>
      tx
        .updateTable('offers')
        .set({ place: 'Raum 2', updatedAt: town.contextOf({ kind: 'system' }).now })
        .where('id', '=', ball.id)
        .execute(),
    )
    expect((await eventOf(here.id)).sequence).toBe(1)
    expect((await eventOf(elsewhere.id)).sequence).toBe(0)
    expect((await eventOf(over.id)).sequence).toBe(0)
  })
})

const textOf = async (path: string) => {
  const response = await web.request(`http://localhost${path}`)
  return (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
}

const eventOf = async (id: string) => {
  const response = await web.request(`http://localhost/de/sessions/${id}/calendar.ics`)
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
}

const changeSession = (id: string, change: object) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.updateTable('sessions').set(change).where('id', '=', id).execute(),
  )
