import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { someMoney } from '../../tests/support/money.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const { decisionId } = await someMoney(town)
const office: StaffMember = {
  ...{ kind: 'staff', accountId: 'office', name: 'Amt', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'city-office', providerId: null, centreId: null }],
}
const visitor = webForTest(database)
const web = webForTest(database, { as: office })
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([visitor.close(), web.close(), admin.end()]))

describe('what everybody reads', () => {
  test('the decision, its majority, the hours before and after, and what each centre gets', async () => {
    const page = await mainOf('/de/money')
    for (const words of [
      'Doppelt so viel Geld!',
      '42 dafür, 9 dagegen, 1 enthalten',
      '19,5 Stunden',
      '39 Stunden',
    ])
      expect(page.text).toContain(words)
    expect(page.rowOf('KiEZ Westend')).toMatch(/30\.000\s€\s*60\.000\s€/)
  })

  test('what is not known says so, and what is made up is marked', async () => {
    const page = await mainOf('/de/money')
    expect(page.rowOf('Nummer der Vorlage')).toContain('nicht öffentlich bekannt')
    expect(page.rowOf('KiEZ Dotzheim')).toContain('Beispiel')
    expect(page.rowOf('KiEZ Westend')).not.toContain('Beispiel')
    expect(page.text).toContain('Was heißt „Beispiel“?')
  })

  test('in Arabic, from right to left', async () => {
    const page = await mainOf('/ar/money')
    expect(page.text).toContain('ضعف المال')
    expect(page.text).toContain('غير معروف علنًا')
  })

  test('in a language nobody has written, the first one, and marked as such', async () => {
    const page = await mainOf('/en/money')
    expect(page.$('[lang=de]').text()).toContain('Doppelt so viel Geld')
    expect(page.text).toContain('42 in favour')
  })

  test('the foot of every page leads there', async () => {
    const $ = load(await (await visitor.get('/de')).text())
    expect($('footer a[href="/de/money"]').length).toBe(1)
  })
})

describe('what the city office corrects', () => {
  test('an amount, in euros as people write them; the public page shows it at once', async () => {
    const address = `/de/staff/money/amounts/${dotzheim.id}/2020`
    const answer = await web.post(address, { cents: '61.234,50', source: 'Haushaltsplan 2020/21' })
    expect(answer.headers.get('location')).toBe('/de/staff/money?done=corrected')
    const row = (await mainOf('/de/money')).rowOf('KiEZ Dotzheim')
    expect(row).toContain('61.234,50')
    expect(row).not.toContain('Beispiel')
  })

  test('a decision: its paper, its day, its votes', async () => {
    const answer = await web.post(`/de/staff/money/decisions/${decisionId}`, {
      ...{
        paperNumber: '20-V-51-0001',
        paperUrl: '',
        decidedOn: '2019-12-19',
        title: 'Doppelt so viel Geld',
      },
      ...{ wording: 'Mehr Geld.', effect: 'Mehr Zeit.', 'stations.council': '2019-12-19' },
      ...{
        'votes.0.groupName': 'Fraktion A',
        'votes.0.ayes': '31',
        'votes.0.noes': '',
        'votes.0.abstentions': '0',
      },
      ...{ 'votes.1.groupName': '', source: 'Niederschrift' },
    })
    expect(answer.status).toBe(303)
    const page = await mainOf('/de/money')
    for (const words of [
      '20-V-51-0001',
      '19. Dezember 2019',
      '31 dafür, 0 dagegen',
      'Mehr Zeit.',
      'Niederschrift',
    ])
      expect(page.text).toContain(words)
    expect(page.text).not.toContain('Fraktion B')
    // What nobody corrected keeps its words: the other language.
    expect((await mainOf('/ar/money')).text).toContain('ضعف المال')
  })

  test('what cannot be is told at its field, and what was typed stays', async () => {
    const answer = await web.post(`/de/staff/money/amounts/${dotzheim.id}/2020`, {
      cents: 'viel',
      source: 'Amt',
    })
    expect(answer.status).toBe(422)
    const $ = load(await answer.text())
    expect($('[role=alert] a').attr('href')).toBe('#cents')
    expect($('#cents').attr('value')).toBe('viel')
  })

  test('who corrected what stands in the audit log, without any value', async () => {
    const { rows } = await admin.query(
      `select account_id, action, provider_id, fields from audit_entries where action like '%.corrected' order by id`,
    )
    expect(rows).toEqual([
      {
        account_id: 'office',
        action: 'amount.corrected',
        provider_id: null,
        fields: ['cents', 'source', 'isExample'],
      },
      {
        ...{ account_id: 'office', action: 'decision.corrected', provider_id: null },
        fields: expect.arrayContaining(['paperNumber', 'decidedOn', 'votes', 'stations', 'source']),
      },
    ])
  })
})

describe('a closed year', () => {
  const address = `/de/staff/money/amounts/${westend.id}/2019`
  const raise = `update budget_amounts set cents = cents + 1 where year = 2019`

  test('leads nowhere in the list, and its page says why', async () => {
    const $ = load(await (await web.get('/de/staff/money')).text())
    expect($(`a[href="${address}"]`).length).toBe(0)
    expect($('main').text()).toContain('2019 ist seit dem 31. Dezember 2020 abgeschlossen')
    expect(load(await (await web.get(address)).text())('main form').length).toBe(0)
  })

  test('is not corrected', async () => {
    expect((await web.post(address, { cents: '1', source: 'Amt' })).status).toBe(409)
    expect((await mainOf('/de/money')).rowOf('KiEZ Westend')).toContain('30.000')
  })

  test.each([
    ['an amount changed', raise],
    ['an amount deleted', 'delete from budget_amounts where year = 2019'],
    ['an amount moved into it', 'update budget_amounts set year = 2019 where year = 2020'],
    ['opened again', 'update fiscal_years set closed_on = null where year = 2019'],
  ])('refuses in the database: %s', async (_, statement) => {
    await expect(admin.query(statement)).rejects.toThrow(/closed/)
  })

  test('the control: without the trigger the amount would change', async () => {
    await admin.query('begin; alter table budget_amounts disable trigger closed_years_never_change')
    expect((await admin.query(raise)).rowCount).toBe(1)
    await admin.query('rollback')
  })
})

async function mainOf(path: string) {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(200)
  const $ = load(await answer.text())
  const rowOf = (name: string) =>
    $('main tr, main dl > div')
      .filter((_, row) => $(row).text().includes(name))
      .first()
      .text()
      .replace(name, '')
  return { $, text: $('main').text().replaceAll(/\s+/g, ' '), rowOf }
}
