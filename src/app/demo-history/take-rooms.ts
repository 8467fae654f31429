import { actingAs, type CentreRef, type Context, type StaffMember, todayIn } from '../../identity/index.ts'
import { newSecret } from '../../platform/web/keys.ts'
import { askForRoom, bookRoom, readRooms } from '../../rooms/index.ts'

/** The centre of the demo's lead is in its rooms: a team that meets every week, a day of painting. */
export const takeRooms = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const { rooms } = await readRooms(lead)
  const today = todayIn(context)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  for (const { room: slug, day, weeks, from, until, ...booking } of examples) {
    const room = rooms.find(each => each.slug === slug)
    const firstOn = monday.add({ days: day })
    if (!room) continue
    await bookRoom(lead, {
      ...{ ...booking, roomId: room.id, firstOn, lastOn: firstOn.add({ weeks }) },
      ...{ rhythm: weeks > 0 ? 'weekly' : 'once', minutesBefore: 0, minutesAfter: 0, skipsConflicts: true },
      ...{ starts: Temporal.PlainTime.from(from), ends: Temporal.PlainTime.from(until) },
    })
  }
  await askForRoom(actingAs(context, { kind: 'desk', ...showcase }), {
    ...{ renderingKey: newSecret(), roomSlug: 'westend-saal', day: monday.add({ days: 20 }) },
    ...{ starts: Temporal.PlainTime.from('14:00'), ends: Temporal.PlainTime.from('18:00') },
    ...{ called: 'Hausgemeinschaft Wellritzstraße', purpose: 'Wir feiern Geburtstag mit 40 Leuten.' },
    ...{ people: 40, waits: false, wants: { reachBy: 'call', phone: '0611 0000002' } },
  })
}

const examples = [
  ...[
    {
      room: 'westend-beratungszimmer',
      day: 0,
      weeks: 8,
      from: '08:30',
      until: '09:30',
      title: 'Teamsitzung',
    },
    { room: 'westend-saal', day: 4, weeks: 8, from: '19:00', until: '21:00', title: 'Chor probt' },
    { room: 'westend-raum-2', day: 2, weeks: 0, from: '18:00', until: '20:00', title: 'Elternbeirat' },
  ].map(each => ({ ...each, kind: 'own' as const })),
  {
    ...{ room: 'westend-werkraum', day: 8, weeks: 0, from: '08:00', until: '18:00' },
    ...{ title: 'Die Wände werden gestrichen', kind: 'blocked' as const },
  },
]

const leadOf = (showcase: CentreRef): StaffMember => ({
  ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'centre-lead', ...showcase }],
})
