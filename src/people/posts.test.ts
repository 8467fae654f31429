import { beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aTownWithPosts, fullPost, newcomer } from '../../tests/support/posts.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { NotAllowed, NotFound } from '../platform/refusals.ts'
import { type Assigning, assign } from './assign.ts'
import { changeContract } from './change-contract.ts'
import { endAssignment } from './end-assignment.ts'
import { planPost } from './plan-post.ts'
import { listPostsToday, readPost } from './read-posts.ts'

const { town, admin, annexId, manager, nextDoor, office, begin, idOf, tablesWith } = await aTownWithPosts(
  await databaseForThisFile(),
)
const { westend, dotzheim, city } = town
const lead = town.contextOf(leadOf(westend))
const day = Temporal.PlainDate.from

beforeEach(begin)

describe('filling a post', () => {
  test('a post has a size from a day on, and what was before stays readable', async () => {
    await planPost(manager, westend.id, { ...fullPost('2026-01-01'), fundedPermille: 500 })
    const { posts } = await readPost(manager, westend.id)
    expect(posts.map(({ from, until, fundedPermille }) => `${from} ${until} ${fundedPermille}`)).toEqual([
      '2026-01-01 null 500',
      '2024-01-01 2026-01-01 1000',
    ])
  })

  test('two share it, and somebody stands in', async () => {
    await assign(manager, westend.id, newcomer('Yıldız', 1170))
    await assign(manager, westend.id, newcomer('Novak', 1170))
    await assign(manager, westend.id, { ...newcomer('Özdemir', 1170), kind: 'deputy', minutes: 0 })
    const [post] = (await listPostsToday(manager)).filter(({ centreId }) => centreId === westend.id)
    expect(post?.people.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
      'Novak holder',
      'Yıldız holder',
      'Özdemir deputy',
    ])
    expect(post?.isVacant).toBe(false)
  })

  test('one deputy at a time, one place on a post at a time, and none before there is a post', async () => {
    await assign(manager, westend.id, newcomer('Yıldız', 2340, 1000))
    const employeeId = await idOf('Yıldız')
    const again: Assigning = { ...newcomer('', 1), who: { employeeId }, minutes: 60 }
    expect(await assign(manager, westend.id, again)).toEqual({ outcome: 'already-there' })

    const deputy = { ...newcomer('Novak', 1170), kind: 'deputy', minutes: 0 } as const
    await assign(manager, westend.id, deputy)
    expect(
      await assign(manager, westend.id, { ...deputy, who: { name: 'Okafor', contractMinutes: 60 } }),
    ).toEqual({
      outcome: 'deputy-taken',
    })
    const early = { ...newcomer('Früh', 60), from: day('2023-12-31') }
    expect(await assign(manager, westend.id, early)).toEqual({ outcome: 'no-post' })
  })

  test('her last day is her last, and the history stays', async () => {
    await assign(manager, westend.id, newcomer('Yıldız', 2340))
    const { assignments } = await readPost(manager, westend.id)
    const id = assignments[0]?.id ?? ''
    const ending = { centreId: westend.id, id, lastDay: day('2026-11-22') }
    expect(await endAssignment(manager, { ...ending, lastDay: day('2023-01-01') })).toEqual({
      outcome: 'before-start',
    })
    expect(await endAssignment(manager, ending)).toEqual({ outcome: 'ended' })
    expect((await listPostsToday(manager)).find(({ centreId }) => centreId === westend.id)?.isVacant).toBe(
      true,
    )
    expect((await readPost(manager, westend.id)).assignments).toHaveLength(1)
  })
})

describe('one person on two posts', () => {
  beforeEach(() => assign(manager, westend.id, newcomer('Yıldız', 2340, 1170)))

  test('holds both, as long as no hour of her contract is counted twice', async () => {
    const employeeId = await idOf('Yıldız')
    const second = (minutes: number) => ({ ...newcomer('', 1), who: { employeeId }, minutes })
    expect(await assign(manager, annexId, second(1171))).toEqual({ outcome: 'too-many-hours' })
    expect(await assign(manager, annexId, second(1170))).toEqual({ outcome: 'assigned' })
    const shorter = { employeeId, minutes: 2000, from: day('2026-12-01') }
    expect(await changeContract(manager, westend.id, shorter)).toEqual({ outcome: 'too-many-hours' })
    expect(await changeContract(manager, westend.id, { ...shorter, minutes: 2400 })).toEqual({
      outcome: 'changed',
    })
  })

  test('also where the lead who enters it cannot see the other post', async () => {
    const employeeId = await idOf('Yıldız')
    const annexLead = town.contextOf(leadOf({ id: annexId, providerId: westend.providerId }))
    await admin.query(
      `insert into post_assignments (city_id, provider_id, centre_id, employee_id, kind, minutes, valid)
       values ($1, $2, $3, $4, 'deputy', 0, '[2024-01-01,2024-02-01)')`,
      [city.id, westend.providerId, annexId, employeeId],
    )
    const outcome = await assign(annexLead, annexId, {
      ...newcomer('', 1),
      who: { employeeId },
      minutes: 1171,
      from: day('2024-02-01'),
    })
    expect(outcome).toEqual({ outcome: 'too-many-hours' })
  })

  test('nor where both are entered at the same moment; without the rule of the table both would stand', async () => {
    await assign(manager, annexId, { ...newcomer('Novak', 1170), minutes: 1170 })
    const employeeId = await idOf('Novak')
    const half = { ...newcomer('', 1), who: { employeeId }, minutes: 1170 }
    await admin.query('delete from post_assignments where employee_id = $1', [employeeId])
    const both = () => Promise.all([westend.id, annexId].map(centre => assign(manager, centre, half)))
    expect((await both()).map(({ outcome }) => outcome).sort()).toEqual(['assigned', 'too-many-hours'])

    const statement = `insert into post_assignments (city_id, provider_id, centre_id, employee_id, kind, minutes, valid)
      select city_id, provider_id, case centre_id when $1 then $2::uuid else $1::uuid end, employee_id, kind, minutes,
        daterange(lower(valid), null) from post_assignments where employee_id = $3`
    const values = [westend.id, annexId, employeeId]
    await expect(admin.query(statement, values)).rejects.toThrow('more than the contract')
    await admin.query('alter table post_assignments disable trigger no_hour_counted_twice')
    expect((await admin.query(statement, values)).rowCount).toBe(1)
    await admin.query('alter table post_assignments enable trigger no_hour_counted_twice')
  })
})

describe('who knows whose name', () => {
  beforeEach(() => assign(manager, westend.id, newcomer('Yıldız', 1170)))

  test('the lead sees and fills the post of her own centre, and no other', async () => {
    expect((await listPostsToday(lead)).map(({ name }) => name)).toEqual(['KiEZ Westend'])
    expect(await assign(lead, westend.id, newcomer('Novak', 600))).toEqual({ outcome: 'assigned' })
    expect((await readPost(lead, westend.id)).employees.map(({ name }) => name)).toEqual(['Novak', 'Yıldız'])
    await expect(readPost(lead, annexId)).rejects.toThrow(NotAllowed)
  })

  test('another provider and the city office see nothing of it', async () => {
    for (const stranger of [nextDoor, office]) {
      await expect(readPost(stranger, westend.id)).rejects.toThrow(NotAllowed)
      await expect(planPost(stranger, westend.id, fullPost('2026-01-01'))).rejects.toThrow(NotAllowed)
      await expect(assign(stranger, westend.id, newcomer('X', 60))).rejects.toThrow(NotAllowed)
    }
    const employeeId = await idOf('Yıldız')
    const theirs = { ...newcomer('', 1), who: { employeeId } }
    await planPost(nextDoor, dotzheim.id, fullPost('2024-01-01'))
    await expect(assign(nextDoor, dotzheim.id, theirs)).rejects.toThrow(NotFound)
  })

  test('every step stands in the audit log of the provider, without a name', async () => {
    const { rows } = await admin.query(
      `select distinct action, provider_id from audit_entries where action like 'post.%' and provider_id = $1 order by 1`,
      [westend.providerId],
    )
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['post.assigned', 'post.planned']),
    )
    expect(await tablesWith('Yıldız')).toEqual(['public.employees'])
  })
})
