import { suggestParts } from '../../centres/index.ts'
import {
  addKit,
  askForKits,
  closeRound,
  type KitFacts,
  planRound,
  readSheet,
  restockKit,
  tickDoor,
} from '../../doorstep/index.ts'
import { actingAs, type CentreRef, type Context, type StaffMember, todayIn } from '../../identity/index.ts'
import { newSecret } from '../../platform/web/keys.ts'

const castle: KitFacts = {
  ...{ first: 3, last: 6, isOffered: true },
  texts: {
    de: {
      name: 'Ritterburg aus Pappe',
      contents: 'Pappe, Kleber, Fähnchen und ein Bilderbuch zum Behalten.',
    },
    en: { name: 'Cardboard castle', contents: 'Cardboard, glue, little flags and a picture book to keep.' },
    ar: { name: 'قلعة من الكرتون', contents: 'كرتون وغراء وأعلام صغيرة وكتاب مصوّر تحتفظون به.' },
  },
}
const stars: KitFacts = {
  ...{ first: 6, last: 11, isOffered: true },
  texts: {
    de: {
      name: 'Sterne und Laternen',
      contents: 'Buntes Papier, Draht, ein Licht und eine Anleitung in Bildern.',
    },
    en: { name: 'Stars and lanterns', contents: 'Coloured paper, wire, a light and a guide in pictures.' },
    ar: { name: 'نجوم وفوانيس', contents: 'ورق ملوّن وسلك وضوء صغير وإرشادات بالصور.' },
  },
}

/** When each centre went while its doors were closed; made up, and marked as an example. */
const lastRounds = ['2020-04-09', '2020-12-17', '2021-03-25'].map(day => Temporal.PlainDate.from(day))

type Door = { called: string; street: string; houseNumber: string; hint: string; neverRing: boolean }
const door = (called: string, street: string, houseNumber: string, more: Partial<Door> = {}): Door => ({
  ...{ called, street, houseNumber, hint: '', neverRing: false },
  ...more,
})

/** Nobody of them lives there. */
const doors: readonly Door[] = [
  door('Haddad', 'Musterstraße', '12', { neverRing: true, hint: '2. Stock links, an den Türgriff' }),
  door('Yıldız', 'Musterstraße', '9'),
  door('Novak', 'Beispielweg', '3a', { hint: 'Hinterhaus, in den blauen Eimer' }),
  door('Familie Kaya', 'Musterstr.', '10'),
  door('Lena + Tom', 'Beispielweg', '27'),
]

/** Three centres bring kits: each a round of the time of closed doors, and one on Thursday with five households. */
export const bringKits = async (context: Context, centres: readonly CentreRef[]) => {
  for (const [index, heldOn] of lastRounds.entries()) {
    const centre = centres[index]
    if (!centre) continue
    await suggestParts(context, centre, ['doorstep'])
    const lead = actingAs(context, leadOf(centre))
    const kits = [await pack(lead, centre, castle), await pack(lead, centre, stars)]
    await bringThen(lead, centre, { heldOn, kits })
    await planRound(lead, centre, { heldOn: nextThursday(context), goes: 'Samira und Jonas' })
    for (const [number, at] of doors.entries()) await ask(lead, centre, at, wanted(kits, number))
  }
}

/** So many of each that the round of then and that of Thursday leave some. */
const packed = 40

const pack = async (lead: Context, centre: CentreRef, facts: KitFacts) => {
  const { id } = await addKit(lead, centre, facts, { isExample: true })
  await restockKit(lead, id, packed)
  return id
}

/** A round that is over: all but two doors were found, and nothing is left but its sums. */
const bringThen = async (
  lead: Context,
  centre: CentreRef,
  { heldOn, kits }: { heldOn: Temporal.PlainDate; kits: readonly string[] },
) => {
  const day = { ...lead, now: noonOf(heldOn, lead) }
  const planned = await planRound(day, centre, { heldOn, goes: '' }, { isExample: true })
  if (planned.outcome !== 'planned') return
  for (let number = 0; number < 14; number++) {
    const at = door(`Beispiel ${number}`, 'Musterstraße', String(number + 1))
    await ask(day, centre, at, wanted(kits, number))
  }
  const { requests } = await readSheet(day, planned.id)
  for (const [index, { id }] of requests.entries())
    await tickDoor(day, id, index < 2 ? 'not-found' : 'hung-up')
  await closeRound(day, planned.id)
}

/** One kit of one kind, or for every third household one of each. */
const wanted = (kits: readonly string[], number: number) =>
  kits.filter((_, index) => number % 3 === 2 || number % 2 === index).map(kitId => ({ kitId, amount: 1 }))

const ask = (lead: Context, centre: CentreRef, at: Door, kits: ReturnType<typeof wanted>) =>
  askForKits(lead, centre, { ...at, kits, contact: { phone: '', email: '' }, renderingKey: newSecret() })

const leadOf = (centre: CentreRef): StaffMember => ({
  ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'centre-lead', ...centre }],
})

const noonOf = (day: Temporal.PlainDate, { city }: Context) =>
  day.toZonedDateTime({ timeZone: city.timeZone, plainTime: '12:00' }).toInstant()

const nextThursday = (context: Context) => {
  const first = todayIn(context).add({ days: 2 })
  return first.add({ days: (4 - first.dayOfWeek + 7) % 7 })
}
