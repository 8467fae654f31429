import { sql } from 'kysely'
import { expect } from 'vitest'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { aFamily, joins } from './families.ts'
import type { Town } from './town.ts'

type Answering = { get: (path: string) => Promise<Response> }

/** Words that pages show to nobody, or to a few: wherever they turn up in an answer for everybody, it says too much. */
export const secrets = ['Nadia Novak', 'sie.weiß@example.org', 'https://meet.example/geheim']

/**
 * A town with one offer of every sort: one just comes, one registers for a date or for a course, held online, called
 * off, full, nearly full, not open yet, in other languages, and one that is not published.
 */
export async function aBusyTown(town: Town) {
  const { westend, dotzheim } = town
  const justCome = await town.anOffer({
    ...{ title: 'Krabbelgruppe', ageFrom: 0, ageUntil: 12, leader: 'Nadia Novak', place: 'Raum 2' },
    texts: { ar: { title: 'لقاء الرضّع', summary: 'مع القهوة', body: 'تعالوا كما أنتم.' } },
  })
  const registered = await town.anOffer({
    ...{ title: 'Babymassage', kind: 'education', format: 'course', isStepFree: true },
    ...{ registration: 'session', counts: 'household', places: 4, priceCents: 550, pricePer: 'session' },
    ...{ topics: ['baby', 'health'], languages: ['de', 'ar'] },
  })
  const course = await town.anOffer({
    ...{ title: 'PEKiP-Kurs', registration: 'course', counts: 'household', places: 10, format: 'course' },
    ...{ kind: 'education', priceCents: 6000, pricePer: 'course', centre: dotzheim },
  })
  const online = await town.anOffer({ title: 'Elternabend online', way: 'online', kind: 'education' })
  const draft = await town.anOffer({ title: 'Noch ein Entwurf', state: 'draft' })

  const today = await town.aSession({ offer: justCome })
  const called = { cancelled: 'illness', cancelNote: 'Gute Besserung!' } as const
  const cancelled = await town.aSession({ offer: justCome, on: '2026-11-30', ...called })
  const openEnd = await town.aSession({ offer: justCome, on: '2026-12-07', until: null })
  const few = await town.aSession({ offer: registered, on: '2026-11-25' })
  const full = await town.aSession({ offer: registered, on: '2026-12-02' })
  const opens = Temporal.Instant.from('2026-12-01T07:00:00Z')
  const notYet = await town.aSession({ offer: registered, on: '2026-12-09', opensAt: opens })
  const first = await town.aSession({ offer: course, on: '2026-11-26', at: '15:00', until: '16:30' })
  const second = await town.aSession({ offer: course, on: '2026-12-03', at: '15:00', until: '16:30' })
  const evening = await town.aSession({ offer: online, on: '2026-11-24', at: '20:00', until: '21:00' })
  const moved = await town.aSession({ offer: online, on: '2026-12-01', at: '20:00', until: '21:00' })
  await moveByAWeek(town, moved.id)
  const secret = await town.aSession({ offer: draft, on: '2026-11-27' })

  await joins(town, few, aFamily('Yıldız'))
  await joins(town, few, aFamily('Novak', { contact: { kind: 'email', email: 'sie.weiß@example.org' } }))
  for (const name of ['Eins', 'Zwei', 'Drei', 'Vier']) await joins(town, full, aFamily(name))
  return {
    offers: { justCome, registered, course, online, draft },
    sessions: { today, cancelled, openEnd, few, full, notYet, first, second, evening, moved, secret },
    centres: { westend, dotzheim },
  }
}

const moveByAWeek = (town: Town, id: string) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .updateTable('sessions')
      .set(row => ({
        heldOn: sql<Temporal.PlainDate>`held_on + 7`,
        startsAt: sql<Temporal.Instant>`starts_at + interval '7 days'`,
        endsAt: sql<Temporal.Instant>`ends_at + interval '7 days'`,
        movedFrom: row.ref('startsAt'),
      }))
      .where('id', '=', id)
      .execute(),
  )

type Json = { [name: string]: unknown }

export const readJson = async <Shape = Json>(web: Answering, path: string): Promise<Shape> => {
  const answer = await web.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return (await answer.json()) as Shape
}

/** All pages of a list, as a program reads them. */
export async function readAll<Item>(web: Answering, path: string): Promise<Item[]> {
  const items: Item[] = []
  let next: string | null = path
  while (next) {
    const page: { items: Item[]; next: string | null } = await readJson(web, next)
    items.push(...page.items)
    next = page.next?.replace(/^https?:\/\/[^/]+/, '') ?? null
  }
  return items
}
