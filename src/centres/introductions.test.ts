import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { privacyJobs } from '../privacy/index.ts'
import { emergencyNumbers } from './emergency.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const deputy = webForTest(database, { as: { ...leadOf(town.westend), accountId: 'deputy' } })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(async () => {
  await admin.connect()
  for (const account of ['lead', 'deputy'])
    await admin.query(
      `insert into memberships (city_id, account_id, role, provider_id, centre_id, valid)
       values ($1, $2, 'centre-lead', $3, $4, '[2026-01-01,)')`,
      [town.city.id, account, town.westend.providerId, town.westend.id],
    )
})
afterAll(() => Promise.all([family.close(), lead.close(), deputy.close(), nextDoor.close(), admin.end()]))
beforeEach(() => admin.query('delete from introductions'))

const address = '/de/staff/introduction'
const entry = {
  ...{ centre: town.westend.slug, name: 'Aylin', standsAs: 'lead', consent: 'yes' },
  ...{ 'languages[]': 'tr', 'whenThere.de': 'Dienstags im Café' },
}

describe('the page of a centre', () => {
  test('names the lead as she wants it, with her languages and when to find her', async () => {
    await lead.post(address, entry)
    const page = await centrePage()
    expect(page).toContain('VerantwortlichAylin')
    expect(page).toContain('Türkisch')
    expect(page).toContain('Dienstags im Café')
    expect(await centrePage('ar')).toContain('Dienstags im Café')
  })

  test('names her deputy after her', async () => {
    await deputy.post(address, { ...entry, name: 'Abel', standsAs: 'deputy' })
    await lead.post(address, entry)
    expect(await centrePage()).toMatch(/VerantwortlichAylin.*VertretungAbel/)
  })

  test('says where to go when it is closed, with the numbers that answer day and night', async () => {
    const { slug: centre } = town.westend
    await lead.post(`${address}/closed`, { centre, 'words.de': 'Geht ins Stadtteilhaus.', 'words.ar': '' })
    const page = load(await (await family.get(`/ar/centres/${centre}`)).text())
    expect(page('main').text()).toContain('Geht ins Stadtteilhaus.')
    expect(
      page('main a[href^="tel:"]')
        .toArray()
        .map(link => page(link).attr('href')),
    ).toEqual(expect.arrayContaining(['tel:112', 'tel:116117', 'tel:116016', 'tel:116111']))
    expect(emergencyNumbers('FR')).toEqual([])
  })
})

describe('an entry', () => {
  test('is not there without her consent, and gone when she takes it back', async () => {
    const { consent: _, ...without } = entry
    const refused = await lead.post(address, without)
    expect(refused.status).toBe(422)
    const page = load(await refused.text())
    expect(page('[role=alert] a[href="#consent"]').text()).toContain('Ohne dein Ja')
    expect(page('input[name=name]').val()).toBe('Aylin')
    expect(await centrePage()).not.toContain('Aylin')

    await lead.post(address, entry)
    await lead.post(`${address}/take-down`, { centre: town.westend.slug })
    expect(await centrePage()).not.toContain('Aylin')
    expect(await residue()).not.toContain('Aylin')
  })

  test('is written by nobody else: not by a colleague, not next door; without the policy it would be', async () => {
    await lead.post(address, entry)
    await deputy.post(`${address}/take-down`, { centre: town.westend.slug })
    expect(await centrePage()).toContain('Aylin')
    expect((await nextDoor.post(address, entry)).status).toBe(404)

    const rename = async () => {
      const app = new pg.Client({ connectionString: database.app })
      await app.connect()
      await app.query('begin')
      for (const [name, value] of [
        ['kind', 'staff'],
        ['city', town.city.id],
        ['account', 'deputy'],
        ['centres', `{${town.westend.id}}`],
      ])
        await app.query('select set_config($1, $2, true)', [`app.${name}`, value])
      const { rowCount } = await app.query(`update introductions set name = 'Falsch'`)
      await app.query('rollback')
      await app.end()
      return rowCount
    }
    expect(await rename()).toBe(0)
    await admin.query('alter table introductions disable row level security')
    expect(await rename()).toBe(1)
    await admin.query('alter table introductions enable row level security')
  })

  test('ends with her role, at once and in every column', async () => {
    await lead.post(address, { ...entry, name: 'residue-name', 'whenThere.de': 'residue-when' })
    expect(await residue()).toContain('residue-when')
    await admin.query(
      `update memberships set valid = '[2026-01-01,2026-11-23)' where account_id = 'lead' and role = 'centre-lead'`,
    )
    expect(await residue()).not.toContain('residue')
    await admin.query(`update memberships set valid = '[2026-01-01,)' where account_id = 'lead'`)
  })

  test('ends also where the end of the role was known from the beginning', async () => {
    await lead.post(address, { ...entry, name: 'residue-name' })
    await admin.query('alter table memberships disable trigger take_introduction_down')
    await admin.query(`update memberships set valid = '[2026-01-01,2026-11-23)' where account_id = 'lead'`)
    await admin.query('alter table memberships enable trigger take_introduction_down')
    const context = town.contextOf({ kind: 'system' })
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
    expect(await residue()).not.toContain('residue')
    await admin.query(`update memberships set valid = '[2026-01-01,)' where account_id = 'lead'`)
  })
})

const centrePage = async (language = 'de') =>
  load(await (await family.get(`/${language}/centres/${town.westend.slug}`)).text())('main')
    .text()
    .replaceAll(/\s+/g, ' ')

/** Everything that is stored about who is here, as one text. */
const residue = async () => {
  const { rows } = await admin.query(`select (select json_agg(i)::text from introductions i) as people,
    (select json_agg(t)::text from introduction_texts t) as texts, (select json_agg(a)::text from audit_entries a) as audit`)
  return JSON.stringify(rows)
}
