import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import type { CentreRef, StaffMember } from '../identity/index.ts'
import { NotAllowed, NotFound } from '../platform/refusals.ts'
import { privacyJobs } from '../privacy/index.ts'
import { type Assigning, assign } from './assign.ts'
import { changeContract } from './change-contract.ts'
import { endAssignment } from './end-assignment.ts'
import { planPost } from './plan-post.ts'
import { listPostsToday, readPost } from './read-posts.ts'
import { readReleasedPosts, releasePosts } from './release-posts.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim, city } = town
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => admin.end())
// One provider with two centres, as where one person holds two posts.
const annexId = await anAnnex()

const manager = town.contextOf(managerOf(westend))
const lead = town.contextOf(leadOf(westend))
const nextDoor = town.contextOf(managerOf(dotzheim))
const office = town.contextOf(member('office', { role: 'city-office', providerId: null, centreId: null }))
const day = Temporal.PlainDate.from

beforeEach(async () => {
  await admin.query(
    'delete from post_assignments; delete from employees; delete from posts; delete from released_posts',
  )
  await planPost(manager, westend.id, fullPost('2024-01-01'))
  await planPost(manager, annexId, fullPost('2024-01-01'))
})

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
    expect(await columnsWith('Yıldız')).toEqual(['public.employees'])
  })
})

describe('what the city learns', () => {
  test('how much is funded and how many months were vacant; a month counts by its middle', async () => {
    await assign(manager, westend.id, { ...newcomer('Yıldız', 2340), until: day('2026-03-16') })
    await assign(manager, westend.id, { ...newcomer('Novak', 2340), from: day('2026-06-15') })
    await releasePosts(town.contextOf({ kind: 'system' }))
    const released = await readReleasedPosts(office)
    expect(released.filter(({ centre }) => centre === 'KiEZ Westend')).toEqual([
      { centre: 'KiEZ Westend', year: 2026, fundedPermille: 1000, vacantMonths: 2 },
      { centre: 'KiEZ Westend', year: 2025, fundedPermille: 1000, vacantMonths: 0 },
      { centre: 'KiEZ Westend', year: 2024, fundedPermille: 1000, vacantMonths: 0 },
    ])
    expect(JSON.stringify(released)).not.toMatch(/Yıldız|Novak|2340/)
    await expect(readReleasedPosts(manager)).rejects.toThrow(NotAllowed)
  })

  test.each(['employee_id', 'minutes', 'id'])('the role that makes the sums cannot read %s', async column => {
    const ask = `select ${column} from public.post_assignments`
    const asFigures = async () => {
      await admin.query('begin; set local role kieznetz_figures')
      try {
        return (await admin.query(ask)).rowCount
      } finally {
        await admin.query('rollback')
      }
    }
    await expect(asFigures()).rejects.toThrow('permission denied')
    await admin.query(`grant select (${column}) on post_assignments to kieznetz_figures`)
    expect(await asFigures()).not.toBeNull()
    await admin.query(`revoke select (${column}) on post_assignments from kieznetz_figures`)
  })
})

describe('the end of a name', () => {
  test('three full years after her last day nothing names her in any column, and the sums stay', async () => {
    await assign(manager, westend.id, { ...newcomer('Zübeyde Sandıkçı', 2340), until: day('2026-12-01') })
    await releasePosts(town.contextOf({ kind: 'system' }))
    expect(await columnsWith('Sandıkçı')).toEqual(['public.employees'])
    await deleteExpired('2029-12-31')
    expect(await columnsWith('Sandıkçı')).toEqual(['public.employees'])
    await deleteExpired('2030-01-01')
    expect(await columnsWith('Sandıkçı')).toEqual([])
    await releasePosts(systemOn('2030-01-01'))
    expect(
      (await readReleasedPosts(office)).find(
        ({ centre, year }) => centre === 'KiEZ Westend' && year === 2026,
      ),
    ).toMatchObject({
      vacantMonths: 0,
    })
  })
})

function fullPost(from: string) {
  return { from: day(from), fundedPermille: 1000, fullTimeMinutes: 2340, fundedBy: 'Haushalt 2020/21' }
}

function newcomer(name: string, contractMinutes: number, minutes = contractMinutes): Assigning {
  return { who: { name, contractMinutes }, kind: 'holder', minutes, from: day('2024-01-01'), until: null }
}

function managerOf({ providerId }: Pick<CentreRef, 'providerId'>) {
  return member(`manager-${providerId}`, { role: 'provider-manager', providerId, centreId: null })
}

function member(accountId: string, ...memberships: StaffMember['memberships'][number][]): StaffMember {
  return { kind: 'staff', accountId, name: accountId, memberships, ledOffers: [], supportedCentres: [] }
}

function systemOn(date: string) {
  return town.contextOf(
    { kind: 'system' },
    day(date).toZonedDateTime('Europe/Berlin').add({ hours: 3 }).toInstant(),
  )
}

const deleteExpired = (date: string) =>
  Promise.all(privacyJobs.map(job => job.run(systemOn(date), { data: {}, attempt: 1, isLastAttempt: false })))

async function idOf(name: string): Promise<string> {
  return (await admin.query('select id from employees where name = $1', [name])).rows[0].id
}

async function anAnnex() {
  const { rows } = await admin.query(
    `insert into centres (city_id, provider_id, district_id, slug, name, colour)
     values ($1, $2, $3, 'kiez-anbau', 'KiEZ Anbau', '#0a5560') returning id`,
    [city.id, westend.providerId, westend.districtId],
  )
  return rows[0].id as string
}

async function columnsWith(trace: string) {
  const { rows } = await admin.query(`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  const found: string[] = []
  for (const { name } of rows) {
    const ask = `select from ${name} as whole where whole::text like $1 limit 1`
    if ((await admin.query(ask, [`%${trace}%`])).rowCount) found.push(name)
  }
  return found
}
