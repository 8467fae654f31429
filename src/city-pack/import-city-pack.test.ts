import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRegistration } from '../../tests/support/a-registration.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aPack, packNow as now, type PackFiles, swap } from '../../tests/support/small-pack.ts'
import { listCities } from '../identity/index.ts'
import { connect, type Database, type Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { importCityPack } from './import-city-pack.ts'

const database = await databaseForThisFile()
let db: Database
beforeAll(() => {
  db = connect(database.app, { connections: 2 })
})
afterAll(() => db.destroy())

describe('the packs of this project', () => {
  test('make two cities in one database, and nothing of one shows in the other', async () => {
    const wiesbaden = await importFolder('cities/wiesbaden')
    const before = await rowsOf('wiesbaden')
    const beispielstadt = await importFolder('cities/beispielstadt')
    expect([wiesbaden.outcome, beispielstadt.outcome]).toEqual(['imported', 'imported'])

    expect(before).toMatchObject({ districts: 26, centres: 10, providers: 10 })
    expect(before.offers).toBeGreaterThanOrEqual(120)
    expect(before.sessions).toBeGreaterThan(before.offers)
    expect(await rowsOf('wiesbaden')).toEqual(before)
    expect(await rowsOf('beispielstadt')).toMatchObject({ districts: 46 })

    // The control: whom no policy stops sees both.
    const admin = connect(database.admin, { connections: 1 })
    expect(await countOf(admin, 'districts')).toEqual({ rows: 26 + 46 })
    await admin.destroy()
  })

  test('imported again change nothing', async () => {
    await importFolder('cities/wiesbaden')
    const again = await importFolder('cities/wiesbaden')
    expect(again).toMatchObject({ outcome: 'imported' })
    expect(again.changes.filter(change => change.added + change.changed + change.removed > 0)).toEqual([])
  })
})

describe('all or nothing', () => {
  test('a pack with one fault leaves no trace', async () => {
    const result = await importing('all-1', { 'dates.csv': swap('09:30', '9 Uhr') })
    expect(result.outcome).toBe('faulty')
    expect(await cityId('all-1')).toBeUndefined()
  })

  test('a rehearsal tells the same and leaves no trace', async () => {
    const rehearsal = await importing('all-2', {}, { dryRun: true })
    expect(rehearsal.outcome).toBe('dry-run')
    expect(await cityId('all-2')).toBeUndefined()
    const real = await importing('all-2')
    expect(real).toEqual({ ...rehearsal, outcome: 'imported' })
  })

  test('a fault that shows late takes back what was already written', async () => {
    await importing('all-3')
    await inCity('all-3', tx => tx.deleteFrom('packRecords').where('file', '=', 'offers.csv').execute())
    const result = await importing('all-3', { 'city.json': swap('#0a5560', '#123456') })
    expect(result).toMatchObject({ outcome: 'faulty', faults: [{ code: 'made-by-staff' }, {}, {}] })
    const city = await db.selectFrom('cities').select('colour').where('slug', '=', 'all-3').executeTakeFirst()
    expect(city?.colour).toBe('#0a5560')
  })
})

describe('rooms', () => {
  const head = 'id;centre;part_of;step_free;let;weekdays;opens;closes;example;name_de\n'
  const hall = 'saal;kiez-westend;;yes;yes;MO,TU;09:00;20:00;no;Saal\n'
  const half = 'links;kiez-westend;saal;yes;no;;;;no;Links\n'
  const roomsOf = (slug: string) =>
    inCity(slug, tx =>
      tx
        .selectFrom('rooms as r')
        .leftJoin('roomHours as h', join =>
          join.onRef('h.roomId', '=', 'r.id').onRef('h.cityId', '=', 'r.cityId'),
        )
        .select(['r.slug', 'r.isWhole', 'r.isArchived', 'h.weekdays'])
        .orderBy('r.slug')
        .execute(),
    )

  test('come with their hours, and go out of use when the pack has them no longer', async () => {
    await importing('rooms-1', { 'rooms.csv': head + hall + half })
    expect(await roomsOf('rooms-1')).toEqual([
      { slug: 'links', isWhole: false, isArchived: false, weekdays: null },
      { slug: 'saal', isWhole: true, isArchived: false, weekdays: [1, 2] },
    ])
    const again = await importing('rooms-1', { 'rooms.csv': head + hall })
    expect(changed(again)).toEqual([{ file: 'rooms.csv', added: 0, changed: 0, removed: 1, unchanged: 1 }])
    expect(await roomsOf('rooms-1')).toMatchObject([
      { slug: 'links', isArchived: true },
      { slug: 'saal', isArchived: false },
    ])
  })

  test('do not move to another centre', async () => {
    await importing('rooms-2', { 'rooms.csv': head + hall })
    const moved = await importing('rooms-2', {
      'rooms.csv': (head + hall).replace('kiez-westend', 'kiez-dotzheim'),
    })
    expect(moved).toMatchObject({ outcome: 'faulty', faults: [{ code: 'offer-moved', line: 2 }] })
  })
})

test('things to lend come from a pack, and never fewer than are out', async () => {
  const table = (pieces: number) =>
    `id;centre;pieces;offered;example;name_de\nbeamer;kiez-westend;${pieces};yes;no;Beamer\n`
  await importing('things-1', { 'things.csv': table(3) })
  await inCity('things-1', tx => tx.updateTable('lendingThings').set({ piecesOut: 2 }).execute())
  const again = await importing('things-1', { 'things.csv': table(1) })
  expect(changed(again)).toEqual([{ file: 'things.csv', added: 0, changed: 1, removed: 0, unchanged: 0 }])
  const things = await inCity('things-1', tx =>
    tx.selectFrom('lendingThings').select(['slug', 'pieces', 'isOffered']).execute(),
  )
  expect(things).toEqual([{ slug: 'beamer', pieces: 2, isOffered: true }])
})

describe('imported again', () => {
  test('a change in the pack changes that one thing', async () => {
    await importing('again-1')
    const result = await importing('again-1', { 'offers.csv': swap('PEKiP;', 'PEKiP am Mittwoch;') })
    expect(changed(result)).toEqual([{ file: 'offers.csv', added: 0, changed: 1, removed: 0, unchanged: 2 }])
    const texts = await inCity('again-1', tx =>
      tx.selectFrom('offerTexts').select(['title', 'sourceVersion']).orderBy('title').execute(),
    )
    expect(texts).toEqual([
      { title: 'Crawling group', sourceVersion: 1 },
      { title: 'Kochen', sourceVersion: 1 },
      { title: 'Krabbelgruppe', sourceVersion: 1 },
      { title: 'PEKiP am Mittwoch', sourceVersion: 2 },
    ])
  })

  test('an amount of an open year follows the pack, and what the city office has corrected stays', async () => {
    await importing('again-8')
    await inCity('again-8', tx =>
      tx.updateTable('budgetAmounts').set({ cents: 7 }).where('year', '=', 2021).execute(),
    )
    await importing('again-8', { 'decision-votes.csv': swap(';30;', ';31;') })
    expect(await amounts('again-8')).toEqual([6_000_000, 7])
    await importing('again-8', { 'budget.csv': swap('6000000;Beispiel;yes', '6500000;Plan;no') })
    expect(await amounts('again-8')).toEqual([6_000_000, 6_500_000])
  })

  test.each([
    ['budget.csv', swap('2020;6000000', '2020;6000001'), 'budget.csv:2:14'],
    ['budget.csv', (text: string) => text.replace(/^kiez-westend;2020.*\n/m, ''), 'budget.csv:1:1'],
    ['fiscal-years.csv', swap('2340;2022-12-31', '2340;2023-12-31'), 'fiscal-years.csv:2:1'],
  ])('a closed year stays as it is, whatever %s says', async (file, change, place) => {
    await importing('again-9')
    const result = await importing('again-9', { [file]: change })
    expect(result).toMatchObject({ outcome: 'faulty', faults: [{ code: 'year-closed' }] })
    const [fault] = 'faults' in result ? result.faults : []
    expect(`${fault?.file}:${fault?.line}:${fault?.column}`).toBe(place)
    expect(await amounts('again-9')).toEqual([6_000_000, 6_000_000])
  })

  test('what staff have changed since stays, if the pack says nothing new of it', async () => {
    await importing('again-2')
    await inCity('again-2', tx =>
      tx
        .updateTable('offers')
        .set({ place: 'Garten', state: 'draft' })
        .where('slug', '=', 'krabbelgruppe')
        .execute(),
    )
    await importing('again-2', { 'offers.csv': swap('PEKiP;', 'PEKiP am Mittwoch;') })
    expect(await offer('again-2', 'krabbelgruppe')).toMatchObject({ place: 'Garten', state: 'draft' })
  })

  test('an offer that is no longer in the pack is archived, and only its booked dates stay', async () => {
    await importing('again-3')
    const { id } = await offer('again-3', 'kochen')
    await inCity('again-3', tx => aRegistration(tx, id, '2026-12-05'))
    await importing('again-3', {
      'offers.csv': text => text.replace(/^kochen.*\n/m, ''),
      'dates.csv': text => text.replaceAll(/^kochen.*\n/gm, ''),
    })
    expect(await offer('again-3', 'kochen')).toMatchObject({ state: 'archived' })
    expect(await daysOf('again-3', 'kochen')).toEqual(['2026-12-05'])
  })

  test('an archived offer comes back with the pack, and its dates with it', async () => {
    await importing('again-7')
    const days = await daysOf('again-7', 'pekip')
    await importing('again-7', {
      'offers.csv': text => text.replace(/^pekip.*\n/m, ''),
      'dates.csv': text => text.replace(/^pekip.*\n/m, ''),
    })
    expect(await daysOf('again-7', 'pekip')).toEqual([])
    await importing('again-7')
    expect(await offer('again-7', 'pekip')).toMatchObject({ state: 'published' })
    expect(await daysOf('again-7', 'pekip')).toEqual(days)
  })

  test('an offer that staff have made is not in the pack and stays', async () => {
    await importing('again-4')
    await inCity('again-4', async tx => {
      const {
        id: _,
        slug: __,
        ...pekip
      } = await tx.selectFrom('offers').selectAll().where('slug', '=', 'pekip').executeTakeFirstOrThrow()
      await tx
        .insertInto('offers')
        .values({ ...pekip, slug: 'singen' })
        .execute()
    })
    await importing('again-4', { 'offers.csv': swap('PEKiP;', 'PEKiP am Mittwoch;') })
    expect(await offer('again-4', 'singen')).toMatchObject({ state: 'published' })
  })

  test('another day of the week moves the dates, but never one that somebody has booked', async () => {
    await importing('again-5')
    const { id } = await offer('again-5', 'kochen')
    await inCity('again-5', tx => aRegistration(tx, id, '2026-11-27'))
    await importing('again-5', { 'dates.csv': swap('monthly;FR;last', 'monthly;SA;last') })
    expect(await daysOf('again-5', 'kochen')).toEqual([
      ...['2026-11-27', '2026-11-28', '2026-12-05', '2027-01-30', '2027-02-06', '2027-02-27', '2027-03-27'],
    ])
  })

  test('new school holidays take the dates out that leave them out', async () => {
    await importing('again-6')
    expect(await daysOf('again-6', 'krabbelgruppe')).toContain('2026-12-22')
    await importing('again-6', { 'school-holidays.csv': swap('2026-12-23', '2026-12-21') })
    expect(await daysOf('again-6', 'krabbelgruppe')).not.toContain('2026-12-22')
  })
})

test('the audit log says which files changed how much, and is silent about an import that changed nothing', async () => {
  await importing('audit')
  await importing('audit')
  await importing('audit', { 'offers.csv': swap('PEKiP;', 'PEKiP am Mittwoch;') })
  const entries = await inCity('audit', tx =>
    tx.selectFrom('auditEntries').select(['action', 'fields', 'amount']).orderBy('id').execute(),
  )
  expect(entries).toHaveLength(2)
  expect(entries[1]).toEqual({ action: 'city-pack.imported', fields: ['offers.csv'], amount: 1 })
})

describe('what people must decide, not an import', () => {
  test.each<[string, PackFiles, object]>([
    [
      'another provider for a centre',
      { 'centres.csv': swap(';awo;', ';caritas;') },
      { code: 'centre-moved' },
    ],
    [
      'another centre for an offer',
      { 'offers.csv': swap('pekip;kiez-westend', 'pekip;kiez-dotzheim') },
      { code: 'offer-moved' },
    ],
    [
      'the end of a centre with a history',
      {
        'centres.csv': text => text.replace(/^kiez-dotzheim.*\n/m, ''),
        'quarters.csv': text => text.replace(/^.*kiez-dotzheim.*\n/m, ''),
        'offers.csv': text => text.replace(/^kochen.*\n/m, ''),
        'dates.csv': text => text.replaceAll(/^kochen.*\n/gm, ''),
      },
      { code: 'still-needed' },
    ],
    [
      'the host of another city',
      { 'city.json': swap('"decide.localhost"', '"kiez-wiesbaden.localhost"') },
      { code: 'host-taken' },
    ],
  ])('%s', async (_, changes, fault) => {
    await importing('decide')
    expect(await importing('decide', changes)).toMatchObject({ outcome: 'faulty', faults: [fault] })
  })
})

test('a quarter goes over from one centre to the next on a day', async () => {
  await importing('quarters')
  const catchments = await inCity('quarters', tx =>
    tx
      .selectFrom('catchments')
      .innerJoin('centres', 'centres.id', 'catchments.centreId')
      .select(['centres.slug', 'valid'])
      .orderBy('valid')
      .execute(),
  )
  expect(catchments).toEqual([
    { slug: 'kiez-westend', valid: '[2024-01-01,2026-01-01)' },
    { slug: 'kiez-dotzheim', valid: '[2026-01-01,)' },
  ])
})

const importFolder = async (folder: string, { dryRun = false } = {}) => {
  const result = await importCityPack({ db, folder, now, dryRun })
  return { changes: [], ...result }
}

/** Imports the small pack as a city of its own, named and hosted by its slug. */
test('where leaving quickly leads comes with the pack, and is a harmless page without it', async () => {
  const leadsTo = async (slug: string) => (await listCities(db)).find(city => city.slug === slug)?.leaveTo
  await importing('leave-1')
  expect(await leadsTo('leave-1')).toBe('https://www.tagesschau.de/')
  await importing('leave-1', {
    'city.json': swap('"colour"', '"leaveTo": "https://wetter.example/", "colour"'),
  })
  expect(await leadsTo('leave-1')).toBe('https://wetter.example/')
})

const importing = async (slug: string, changes: PackFiles = {}, options = {}) => {
  const named = (text: string) => text.replace('"kleinstadt"', `"${slug}"`).replace('kleinstadt.', `${slug}.`)
  const change = changes['city.json']
  const city = (text: string) => (typeof change === 'function' ? change(named(text)) : named(text))
  return importFolder(await aPack({ ...changes, 'city.json': city }), options)
}

const changed = ({ changes }: { changes: { added: number; changed: number; removed: number }[] }) =>
  changes.filter(change => change.added + change.changed + change.removed > 0)

const cityId = async (slug: string) =>
  (await db.selectFrom('cities').select('id').where('slug', '=', slug).executeTakeFirst())?.id

const inCity = async <Result>(slug: string, work: (tx: Tx) => Promise<Result>) => {
  const city = (await cityId(slug)) ?? ''
  return inTransaction({ db, scope: { kind: 'system', city } }, work)
}

const amounts = (slug: string) =>
  inCity(slug, async tx => {
    const rows = await tx.selectFrom('budgetAmounts').select('cents').orderBy('year').execute()
    return rows.map(({ cents }) => cents)
  })

const countOf = (from: Database | Tx, table: 'districts' | 'providers' | 'centres' | 'offers' | 'sessions') =>
  from
    .selectFrom(table)
    .select(eb => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()

const rowsOf = (slug: string) =>
  inCity(slug, async tx => ({
    districts: (await countOf(tx, 'districts')).rows,
    providers: (await countOf(tx, 'providers')).rows,
    centres: (await countOf(tx, 'centres')).rows,
    offers: (await countOf(tx, 'offers')).rows,
    sessions: (await countOf(tx, 'sessions')).rows,
  }))

const offer = (slug: string, name: string) =>
  inCity(slug, tx => tx.selectFrom('offers').selectAll().where('slug', '=', name).executeTakeFirstOrThrow())

const daysOf = (slug: string, name: string) =>
  inCity(slug, async tx => {
    const sessions = await tx
      .selectFrom('sessions')
      .innerJoin('offers', 'offers.id', 'sessions.offerId')
      .select('heldOn')
      .where('offers.slug', '=', name)
      .orderBy('startsAt')
      .execute()
    return sessions.map(session => session.heldOn.toString())
  })
