import { actingAs, type CentreRef, type Context, todayIn } from '../../identity/index.ts'
import { listPartners } from '../../network/index.ts'
import { type Answers, finishDraft } from '../../planning/index.ts'
import {
  adopt,
  approveFinished,
  listProposals,
  makeLink,
  openPartner,
  propose,
  sendBack,
} from '../../proposals/index.ts'
import { leadOf } from './keep-network.ts'

/**
 * Two partners of the showcase propose: one group is in the programme already and has moved to another room, a second
 * was sent back, and a third waits to be decided on.
 */
export const proposeOffers = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const [first, second] = await listPartners(lead)
  if (!first || !second) return
  await proposes(lead, first.id, { title: 'Vorlesen in der Kita', weekday: 3 })
  const [approved] = await approveAll(lead)
  // A second later, as two things that were told one after the other.
  const later = actingAs({ ...context, now: context.now.add({ seconds: 1 }) }, lead.actor)
  const moved = { title: 'Vorlesen in der Kita', weekday: 3, place: 'Leseecke', offerId: approved }
  await proposes(later, first.id, moved)
  await approveAll(later)
  await proposes(lead, second.id, { title: 'Yoga in der Schwangerschaft', weekday: 2 })
  for (const { id, state } of await listProposals(lead))
    if (state === 'sent')
      await sendBack(lead, id, 'Dienstags ist der Raum belegt. Ginge es auch donnerstags?')
  await proposes(lead, first.id, { title: 'Turnen mit den Großen', weekday: 5 })
}

/** Approves what waits; says which offers the approved have become. */
const approveAll = async (lead: Context) => {
  for (const { id, state } of await listProposals(lead)) {
    const adopted = state === 'sent' ? await adopt(lead, id) : undefined
    if (adopted?.outcome === 'adopted')
      await finishDraft(lead, { draftId: adopted.draftId, publish: true }, approveFinished)
  }
  return (await listProposals(lead)).flatMap(({ offerId }) => offerId ?? [])
}

type Proposed = { title: string; weekday: number; place?: string; offerId?: string | undefined }

const proposes = async (lead: Context, partnerId: string, { offerId, ...said }: Proposed) => {
  const { link } = await makeLink(lead, { partnerId, email: '', language: 'de' })
  const opened = await openPartner(lead, link)
  if (!opened) return
  const desk = actingAs(lead, { kind: 'desk', ...opened.partner })
  const answers = answersFor(said, todayIn(lead))
  await propose(desk, opened, { offerId: offerId ?? null, answers, note: '', renderingKey: link })
}

const answersFor = (
  { title, weekday, place = 'Bewegungsraum' }: Proposed,
  today: Temporal.PlainDate,
): Answers => ({
  what: {
    ...{ 'texts.de.title': title, 'texts.de.summary': 'Ein Vorschlag aus dem Netzwerk (Beispiel).' },
    ...{ kind: 'education', format: 'course', way: 'on-site', topics: ['play'] },
  },
  who: {
    ...{ ageFrom: '3', ageFromUnit: 'years', ageUntil: '6', ageUntilUnit: 'years' },
    ...{ languages: ['de'], audience: 'everyone', pricePer: 'free' },
  },
  when: {
    ...{ place, 'slots.0.rhythm': 'weekly', 'slots.0.weekday': `${weekday}` },
    ...{ 'slots.0.starts': '15:30', 'slots.0.ends': '16:30', 'slots.0.skipsSchoolHolidays': 'yes' },
    ...{ 'slots.0.firstOn': `${today.add({ days: 7 })}`, 'slots.0.units': '10' },
  },
  places: { registration: 'none' },
})
