import { beforeEach, describe, expect, test } from 'vitest'
import { aTownWithPosts, newcomer } from '../../tests/support/posts.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { privacyJobs } from '../privacy/index.ts'
import { assign } from './assign.ts'
import { readReleasedPosts, releasePosts } from './release-posts.ts'

const { town, admin, manager, office, begin, tablesWith } = await aTownWithPosts(await databaseForThisFile())
const { westend } = town
const day = Temporal.PlainDate.from

beforeEach(begin)

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
    expect(await tablesWith('Sandıkçı')).toEqual(['public.employees'])
    await deleteExpired('2029-12-31')
    expect(await tablesWith('Sandıkçı')).toEqual(['public.employees'])
    await deleteExpired('2030-01-01')
    expect(await tablesWith('Sandıkçı')).toEqual([])
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

function systemOn(date: string) {
  return town.contextOf(
    { kind: 'system' },
    day(date).toZonedDateTime('Europe/Berlin').add({ hours: 3 }).toInstant(),
  )
}

const deleteExpired = (date: string) =>
  Promise.all(privacyJobs.map(job => job.run(systemOn(date), { data: {}, attempt: 1, isLastAttempt: false })))
