import { actingAs, type CentreRef, type Context, type StaffMember, todayIn } from '../../identity/index.ts'
import {
  addPartner,
  giveTask,
  holdMeeting,
  nameContact,
  type PartnerFacts,
  signAgreement,
} from '../../network/index.ts'

/**
 * Invented partners of the centre of the demo's lead, marked as examples: one agreement that runs out soon, one that
 * has run out, one that holds; and a meeting with a task that is overdue.
 */
export const keepNetwork = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const today = todayIn(context)
  const ids: string[] = []
  for (const { until, person, ...facts } of examples) {
    const added = await addPartner(lead, showcase, { ...facts, isExample: true })
    if (added.outcome !== 'added') return
    ids.push(added.id)
    if (until !== undefined) {
      const end = today.add({ days: until })
      const from = end.subtract({ years: 2 })
      await signAgreement(lead, added.id, { signedOn: from, from, until: end })
    }
    if (person) await nameContact(lead, added.id, { ...person, phone: '0611 0000000', email: '' })
  }
  await meet(lead, showcase, ids)
}

const meet = async (lead: Context, showcase: CentreRef, [first, second]: readonly string[]) => {
  const today = todayIn(lead)
  const held = await holdMeeting(lead, showcase, {
    ...{ heldOn: today.subtract({ days: 40 }), place: 'KiEZ Westend' },
    agenda: 'Winterfest, gemeinsame Sprechstunde, neue Familien im Viertel',
    decisions: 'Das Winterfest findet am Nikolaustag statt. Jedes Haus bringt eine Mitmachaktion mit.',
  })
  if (held.outcome !== 'entered' || !first || !second) return
  const tasks = [
    {
      words: 'Raum für das Winterfest zusagen',
      owner: { partnerId: first },
      dueOn: today.subtract({ days: 4 }),
    },
    { words: 'Plakate drucken', owner: { partnerId: second }, dueOn: today.add({ days: 10 }) },
  ]
  for (const task of tasks) await giveTask(lead, held.id, task)
}

/** The lead of the showcase, as she works there. */
export const leadOf = (showcase: CentreRef): StaffMember => ({
  ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'centre-lead', ...showcase }],
})

type Example = PartnerFacts & {
  /** In how many days its agreement ends. */
  until?: number
  person?: { name: string; role: string }
}

const examples: Example[] = [
  {
    ...{ name: 'Kita Sonnenhof', kind: 'daycare', website: '', isPublished: true, until: 35 },
    contributes: {
      de: 'Gibt uns dienstags den Bewegungsraum. Du kannst die Kita dabei kennenlernen.',
      en: 'Lends us its gym on Tuesdays. You can get to know the day care there.',
      ar: 'تعيرنا قاعة الحركة أيام الثلاثاء، ويمكنكم التعرف على الروضة.',
    },
    person: { name: 'Frau Albrecht', role: 'Kita-Leitung' },
  },
  {
    ...{ name: 'Hebammenpraxis Lichtblick', kind: 'midwife', website: '', isPublished: true, until: 400 },
    contributes: {
      de: 'Jeden ersten Montag beantwortet eine Hebamme bei uns deine Fragen.',
      en: 'On every first Monday a midwife answers your questions here.',
      ar: 'في أول اثنين من كل شهر تجيب قابلة عن أسئلتكم عندنا.',
    },
    person: { name: 'Nadia Rahimi', role: 'Hebamme' },
  },
  {
    ...{ name: 'Wohnbau Rheinblick', kind: 'housing', website: '', isPublished: true, until: -20 },
    contributes: { de: 'Überlässt uns den Gemeinschaftsraum im Hof für Feste.' },
  },
  {
    ...{ name: 'Grundschule am Platz', kind: 'school', website: '', isPublished: true, until: 200 },
    contributes: { de: 'Das Elterncafé der Schule plant mit uns.' },
  },
  {
    ...{ name: 'Schuldnerberatung Mitte', kind: 'advice', website: '', isPublished: true },
    contributes: {
      de: 'Kommt auf Wunsch zu dir ins KiEZ, vertraulich und kostenlos.',
      en: 'Comes to the KiEZ to see you on request, confidential and free.',
      ar: 'تأتي إليكم في المركز عند الطلب، بسرية ومجانًا.',
    },
  },
  { ...{ name: 'Polizeirevier West', kind: 'police', website: '', isPublished: false }, contributes: {} },
]
