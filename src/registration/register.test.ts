import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aFamily, asksToJoin, atTheDesk, joins } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownSession, townNow } from '../../tests/support/town.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { answerOffer } from './answer-offer.ts'
import { cancel } from './cancel.ts'
import { expireOffers } from './expire-offers.ts'
import { register } from './register.ts'

const database = await databaseForThisFile()
const town = await aTown(database)

describe('registering', () => {
  test('WL01: gives places until they are taken, then the waiting list; nobody waiting holds a place', async () => {
    const session = await aGroup({ places: 2 })
    expect((await joins(town, session, aFamily('Yıldız'))).outcome).toBe('confirmed')
    expect((await joins(town, session, aFamily('Novak'))).outcome).toBe('confirmed')
    expect((await joins(town, session, aFamily('Haile'))).outcome).toBe('waiting')
    expect(await takenPlaces(session)).toEqual({ child: 2 })
  })

  test('a party moves together: three children wait for three places', async () => {
    const session = await aGroup({ places: 2 })
    expect((await joins(town, session, aFamily('Rossi', { children: 3 }))).outcome).toBe('waiting')
    expect((await joins(town, session, aFamily('Acar', { children: 2 }))).outcome).toBe('confirmed')
  })

  test.each([
    ['child', 2],
    ['adult', 1],
    ['household', 1],
    ['person', 3],
  ] as const)('counts places per %s', async (counts, taken) => {
    const session = await aGroup({ places: 9, counts })
    await joins(town, session, aFamily('Weber', { children: 2 }))
    expect(await takenPlaces(session)).toEqual({ [counts]: taken })
  })

  test('a room with a second limit for babies fills either way', async () => {
    const session = await aGroup({ places: 5, babyPlaces: 1 })
    const baby = { bornIn: '2026-05-01' }
    expect((await joins(town, session, aFamily('Kaya', baby))).outcome).toBe('confirmed')
    expect((await joins(town, session, aFamily('Dumitru', baby))).outcome).toBe('waiting')
    expect((await joins(town, session, aFamily('Schmidt'))).outcome).toBe('confirmed')
  })

  test('Q02: a double click is one registration, with the same link and code', async () => {
    const session = await aGroup({ places: 5 })
    const family = aFamily('Petrenko')
    const first = await joins(town, session, family)
    const second = await joins(town, session, family)
    expect(second).toMatchObject({ outcome: 'already-sent', state: 'confirmed', keys: first.keys })
    expect(await takenPlaces(session)).toEqual({ child: 1 })
  })

  test('a form that is sent for another session too is a registration of its own', async () => {
    const [here, there] = [await aGroup({ places: 5 }), await aGroup({ places: 5 })]
    const family = aFamily('Petrenko')
    const first = await joins(town, here, family)
    const second = await joins(town, there, family)
    expect(second.outcome).toBe('confirmed')
    expect(second.keys).not.toEqual(first.keys)
    expect(await takenPlaces(there)).toEqual({ child: 1 })
  })

  test('WL02, WL28: a child that is registered already gets the same answer; only the first contact is told', async () => {
    const session = await aGroup({ places: 5 })
    const mother = aFamily('Sara', { firstNames: ['Amina'] })
    const other = aFamily('Unknown', { firstNames: ['amina'] })
    const stranger = aFamily('Somebody', { firstNames: ['Jonas'] })
    await joins(town, session, mother)
    const answers = [await joins(town, session, other), await joins(town, session, stranger)]
    expect(answers.map(({ outcome }) => outcome)).toEqual(['confirmed', 'confirmed'])
    expect(await takenPlaces(session)).toEqual({ child: 3 })
    expect(await messagesTo(other)).toEqual(await messagesTo(stranger))
    expect(await messagesTo(mother)).toEqual(['registration-confirmed', 'child-registered-again'])
  })

  test('the age is checked on the day of the session', async () => {
    const session = await aGroup({ places: 5, ageFrom: 4, ageUntil: 12 })
    const outcome = await asksToJoin(
      town,
      session,
      aFamily('Lang', { firstNames: ['Ole'], bornIn: '2024-01-01' }),
    )
    expect(outcome).toEqual({ outcome: 'wrong-age', childNames: ['Ole'] })
  })

  test('before the window opens and after the deadline nobody registers', async () => {
    const opensAt = townNow.add({ hours: 1 })
    const session = await aGroup({ places: 5, closesHoursBefore: 24 }, { opensAt, on: '2026-11-30' })
    expect(await asksToJoin(town, session, aFamily('Bauer'))).toEqual({ outcome: 'not-open-yet' })
    expect((await asksToJoin(town, session, aFamily('Bauer'), opensAt)).outcome).toBe('confirmed')
    const deadline = session.startsAt.subtract({ hours: 24 })
    expect(await asksToJoin(town, session, aFamily('Bauer'), deadline)).toEqual({ outcome: 'closed' })
  })

  test('children come with an adult, except where they stay without their parents', async () => {
    const alone = aFamily('Kinder', { adults: 0 })
    expect(await asksToJoin(town, await aGroup({ places: 5 }), alone)).toEqual({ outcome: 'nobody-along' })
    const childCare = await aGroup({ places: 5 })
    await childrenStayAlone(childCare.offerId)
    expect((await asksToJoin(town, childCare, alone)).outcome).toBe('confirmed')
  })

  test('an offer for adults needs an adult', async () => {
    const session = await aGroup({ places: 5, counts: 'adult' })
    const outcome = await asksToJoin(town, session, aFamily('Kinder', { adults: 0 }))
    expect(outcome).toEqual({ outcome: 'nobody-to-register' })
  })
})

test.each([
  ['an accent typed in two signs', 'Émile', 'E\u0301mile'],
  ['spaces and capitals', 'Anna Maria', ' anna  MARIA'],
])('a child is found again in spite of %s, whoever looks', async (_, name, typed) => {
  const session = await aGroup({ places: 5 })
  const first = await joins(town, session, aFamily('Mutter', { firstNames: [name] }))
  const later = await joins(town, session, aFamily('Vater', { firstNames: [typed] }))
  expect(await repeatedBy(later.registrationId)).toBe(first.registrationId)
})

describe('a freed place', () => {
  test('WL11: is offered to the family that has waited longest, and held for it', async () => {
    const { session, first, waiting } = await aFullGroup(['Yıldız', 'Novak'])
    await cancel(atTheDesk(town), first)
    expect(await statesOf(waiting)).toEqual(['offered', 'waiting'])
    expect(await takenPlaces(session)).toEqual({ child: 1 })
    expect((await joins(town, session, aFamily('Late'))).outcome).toBe('waiting')
  })

  test('WL19: goes to the first party that fits, and a party is never split', async () => {
    const session = await aGroup({ places: 1 })
    const { registrationId } = await joins(town, session, aFamily('First'))
    const large = await joins(town, session, aFamily('Large', { children: 2 }))
    const small = await joins(town, session, aFamily('Small'))
    await cancel(atTheDesk(town), registrationId)
    expect(await statesOf([large.registrationId, small.registrationId])).toEqual(['waiting', 'offered'])
  })

  test('is confirmed by accepting', async () => {
    const { first, waiting } = await aFullGroup(['Novak'])
    await cancel(atTheDesk(town), first)
    expect(await answerOffer(atTheDesk(town), waiting[0] ?? '', 'accept')).toEqual({ outcome: 'accepted' })
    expect(await statesOf(waiting)).toEqual(['confirmed'])
  })

  test('WL16: goes to the next at once when the family declines', async () => {
    const { first, waiting } = await aFullGroup(['Novak', 'Haile'])
    await cancel(atTheDesk(town), first)
    await answerOffer(atTheDesk(town), waiting[0] ?? '', 'decline')
    expect(await statesOf(waiting)).toEqual(['declined', 'offered'])
  })

  test('goes to the next when the time is up; an answer after that is too late', async () => {
    const { first, waiting } = await aFullGroup(['Novak', 'Haile'])
    await cancel(atTheDesk(town), first)
    const later = townNow.add({ hours: 48 })
    await expireOffers(town.contextOf({ kind: 'system' }, later))
    expect(await statesOf(waiting)).toEqual(['expired', 'offered'])
    expect(await answerOffer(atTheDesk(town, later), waiting[0] ?? '', 'accept')).toEqual({
      outcome: 'too-late',
    })
  })

  test('an answer that is late before the job has run passes the place on as well', async () => {
    const { first, waiting } = await aFullGroup(['Novak', 'Haile'])
    await cancel(atTheDesk(town), first)
    const later = atTheDesk(town, townNow.add({ hours: 48 }))
    expect(await answerOffer(later, waiting[0] ?? '', 'accept')).toEqual({ outcome: 'too-late' })
    expect(await statesOf(waiting)).toEqual(['expired', 'offered'])
  })

  describe('WL10: is offered to nobody once registration has ended, a day before it begins,', () => {
    const ended = async (names: string[]) => {
      const group = await aFullGroup(names, { closesHoursBefore: 24 })
      return { ...group, late: group.session.startsAt.subtract({ hours: 23 }) }
    }

    test('when a family cancels', async () => {
      const { late, first, waiting } = await ended(['Novak'])
      await cancel(atTheDesk(town, late), first)
      expect(await statesOf(waiting)).toEqual(['waiting'])
    })

    test('when one declines, or lets its time pass', async () => {
      for (const comesToNothing of [
        (id: string, at: Temporal.Instant) => answerOffer(atTheDesk(town, at), id, 'decline'),
        (_: string, at: Temporal.Instant) => expireOffers(town.contextOf({ kind: 'system' }, at)),
      ]) {
        const { late, session, first, waiting } = await ended(['Novak', 'Haile'])
        await cancel(atTheDesk(town, session.startsAt.subtract({ hours: 25 })), first)
        await comesToNothing(waiting[0] ?? '', late)
        expect((await statesOf(waiting))[1]).toBe('waiting')
      }
    })

    test('control: an hour before the end it is', async () => {
      const { session, first, waiting } = await ended(['Novak'])
      await cancel(atTheDesk(town, session.startsAt.subtract({ hours: 25 })), first)
      expect(await statesOf(waiting)).toEqual(['offered'])
    })
  })

  test('is offered to nobody while the lead has stopped registration', async () => {
    const { session, first, waiting } = await aFullGroup(['Novak'])
    await asSystem(sql`update intakes set is_stopped = true where id = ${session.intakeId}`)
    await cancel(atTheDesk(town), first)
    expect(await statesOf(waiting)).toEqual(['waiting'])
  })

  test('an offer is never kept beyond the end of registration', async () => {
    const { session, first, waiting } = await aFullGroup(['Novak'])
    await cancel(atTheDesk(town, session.startsAt.subtract({ hours: 3 })), first)
    expect(await offeredUntil(waiting[0] ?? '')).toEqual(session.startsAt)
  })

  test('a family that leaves the waiting list holds nobody up', async () => {
    const { first, waiting } = await aFullGroup(['Novak', 'Haile'])
    await cancel(atTheDesk(town), waiting[0] ?? '')
    await cancel(atTheDesk(town), first)
    expect(await statesOf(waiting)).toEqual(['cancelled', 'offered'])
  })
})

describe('families that ask at the same moment', () => {
  const baby = { bornIn: '2026-05-01' }

  test('are answered in the order of coming, as if each had come alone', async () => {
    const session = await aGroup({ places: 3, babyPlaces: 1 })
    const outcomes = await atOnce(session, [
      aFamily('Yıldız', { children: 2 }),
      aFamily('Kaya', { children: 2 }),
      aFamily('Dumitru', baby),
      aFamily('Weber', baby),
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['confirmed', 'waiting', 'confirmed', 'waiting'])
    expect(await takenPlaces(session)).toEqual({ child: 3, baby: 1 })
  })

  test('are each told in their own language', async () => {
    const session = await aGroup({ places: 3 })
    const families = [aFamily('Yıldız'), aFamily('Kaya'), aFamily('Haddad')]
    await Promise.all(
      families.map((family, index) =>
        register(
          { ...atTheDesk(town), language: index === 2 ? 'ar' : 'de' },
          { ...family, intakeId: session.intakeId ?? '' },
        ),
      ),
    )
    expect(await Promise.all(families.map(languageTold))).toEqual(['de', 'de', 'ar'])
  })

  test('may send the same form twice among others: it is one registration', async () => {
    const session = await aGroup({ places: 9 })
    const twice = aFamily('Petrenko')
    const outcomes = await atOnce(session, [aFamily('Kaya'), twice, twice, aFamily('Novak')])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...['confirmed', 'confirmed', 'already-sent', 'confirmed'],
    ])
    expect(await takenPlaces(session)).toEqual({ child: 3 })
  })

  test('may name the same child: the later one is marked for staff, and its answer is the same', async () => {
    const session = await aGroup({ places: 9 })
    const outcomes = await atOnce(session, [
      aFamily('Kaya'),
      aFamily('Sara', { firstNames: ['Amina'] }),
      aFamily('Omar', { firstNames: ['amina'] }),
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    const [, first, second] = outcomes.map(outcome =>
      'registrationId' in outcome ? outcome.registrationId : '',
    )
    expect(await repeatedBy(second ?? '')).toBe(first)
  })

  test('do not pay for one whose child is too old', async () => {
    const session = await aGroup({ places: 9, ageUntil: 36 })
    const outcomes = await atOnce(session, [
      aFamily('Kaya'),
      aFamily('Gross', { bornIn: '2019-01-01' }),
      aFamily('Novak'),
    ])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['confirmed', 'wrong-age', 'confirmed'])
  })
})

test('the database refuses one more than there are places, whatever the program thinks', async () => {
  const session = await aGroup({ places: 1 })
  await joins(town, session, aFamily('First'))
  const { registrationId } = await joins(town, session, aFamily('Second'))
  const force = inTransaction(atTheDesk(town), tx =>
    tx.updateTable('registrations').set({ state: 'confirmed' }).where('id', '=', registrationId).execute(),
  )
  await expect(force).rejects.toThrow('never_overbooked')
})

const childrenStayAlone = (offerId: string) =>
  inTransaction(town.contextOf({ kind: 'system' }), async tx => {
    const { id: centreId, providerId } = town.westend
    await sql`insert into care_decisions
      values (${town.city.id}, ${providerId}, ${centreId}, ${offerId}, 'not-needed', '2026-11-01', 8, 2)`.execute(
      tx,
    )
    await sql`update offers set is_without_parents = true where id = ${offerId}`.execute(tx)
  })

const aGroup = async (
  offer: Parameters<typeof town.anOffer>[0],
  session: Partial<Parameters<typeof town.aSession>[0]> = { on: '2026-12-07' },
) =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', ...offer }),
    ...session,
  })

const aFullGroup = async (waitingNames: string[], offer: Parameters<typeof town.anOffer>[0] = {}) => {
  const session = await aGroup({ places: 1, ...offer })
  const { registrationId } = await joins(town, session, aFamily('First'))
  const waiting: string[] = []
  for (const [index, name] of waitingNames.entries()) {
    const joined = await joins(town, session, aFamily(name), townNow.add({ seconds: index + 1 }))
    waiting.push(joined.registrationId)
  }
  return { session, first: registrationId, waiting }
}

const atOnce = (session: TownSession, families: ReturnType<typeof aFamily>[]) =>
  Promise.all(families.map(family => asksToJoin(town, session, family)))

const repeatedBy = async (id: string) => {
  const { rows } = await asSystem(sql<{ repeatsId: string | null }>`
    select repeats_id from registrations where id = ${id}`)
  return rows[0]?.repeatsId
}

const languageTold = async ({ contact }: ReturnType<typeof aFamily>) => {
  const address = contact.kind === 'email' ? contact.email : ''
  const { rows } = await asSystem(sql<{ language: string }>`
    select language from messages where address = ${address}`)
  return rows.map(({ language }) => language).join(' ')
}

const takenPlaces = async ({ intakeId = '' }) => {
  const { rows } = await asSystem(sql<{ unit: string; taken: number }>`
    select unit, taken from intake_limits where intake_id = ${intakeId}`)
  return Object.fromEntries(rows.map(({ unit, taken }) => [unit, taken]))
}

const statesOf = async (ids: string[]) => {
  const { rows } = await asSystem(sql<{ id: string; state: string }>`
    select id, state from registrations where id = any (${ids}::uuid[])`)
  return ids.map(id => rows.find(row => row.id === id)?.state)
}

const offeredUntil = async (id: string) => {
  const { rows } = await asSystem(sql<{ offeredUntil: Temporal.Instant }>`
    select offered_until from registrations where id = ${id}`)
  return rows[0]?.offeredUntil
}

const messagesTo = async ({ contact }: ReturnType<typeof aFamily>) => {
  const address = contact.kind === 'email' ? contact.email : ''
  const { rows } = await asSystem(sql<{ kind: string }>`
    select kind from messages where address = ${address} order by created_at, id`)
  return rows.map(({ kind }) => kind)
}

const asSystem = <Row>(query: ReturnType<typeof sql<Row>>) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx => query.execute(tx))
