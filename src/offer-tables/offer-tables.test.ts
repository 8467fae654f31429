import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aPlan } from '../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { readCsv, writeCsv } from '../platform/spreadsheet/csv.ts'
import type { Rows } from '../platform/spreadsheet/sheet.ts'
import { readXlsx, writeXlsx } from '../platform/spreadsheet/xlsx.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database, { as: leadOf(town.westend) })
const next = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([web.close(), next.close()]))
const lead = town.contextOf(leadOf(town.westend))
const planning = planningAt(town, lead)
const address = '/de/staff/offer-table'
const file = (form: string) => `${address}.${form}?centre=kiez-westend`

beforeAll(async () => {
  await planning.planned(aPlan(), { publish: true })
  const twice = { 'slots.1.rhythm': 'weekly', 'slots.1.weekday': '4', 'slots.1.starts': '16:00' }
  await planning.planned(
    aPlan({
      what: { 'texts.de.title': 'Chor', 'texts.de.body': 'Zeile eins\nZeile "zwei"; drei' },
      when: { ...twice, 'slots.1.firstOn': '2026-12-03' },
    }),
  )
})

describe('the table of a centre', () => {
  test.each(['xlsx', 'csv'])('comes as %s, and loaded as it is it changes nothing', async form => {
    const response = await web.get(file(form))
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="kiez-westend.${form}"`)
    const $ = await upload(await bytesOf(response), form)
    expect($('h1').text()).toBe('Stimmt das so?')
    expect($('main').text()).toContain('Die Tabelle ändert nichts.')
  })

  test('speaks the language of the reader, and is understood by one who reads another', async () => {
    const table = readCsv(await bytesOf(await web.get(file('csv').replace('/de/', '/ar/'))))?.rows ?? []
    expect(table[0]).toContain('المعرّف')
    expect(table.flat()).toContain('نعم')
    const $ = await upload(csv(table), 'csv')
    expect($('main').text()).toContain('Die Tabelle ändert nichts.')
  })

  test('has one row for each time, and says of an offer only once what it is', async () => {
    const rows = await table()
    const [head = []] = rows
    const choir = rows.filter(row => row[0] === 'westend-chor')
    expect(choir).toHaveLength(2)
    expect(choir[1]?.[head.indexOf('Name des Angebots (Deutsch)')]).toBe('')
    expect(choir.map(row => row[head.indexOf('Wochentag')])).toEqual(['Dienstag', 'Donnerstag'])
  })

  test('a cell of thirty-six thousand words keeps nobody waiting', async () => {
    const words = Array.from({ length: 36_000 }, (_, index) => `q${index}`).join(',')
    const begun = performance.now()
    await upload(
      csv([
        ['title_de', 'topics'],
        ['Chor', words],
      ]),
      'csv',
      422,
    )
    // Looked up in every language for each of them, they take seven seconds and more.
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  test('is for the leads of this centre alone', async () => {
    expect((await next.get(file('csv'))).status).toBe(404)
    const form = new FormData()
    form.set('centre', 'kiez-westend')
    form.set('table', new File([csv(await table()) as Uint8Array<ArrayBuffer>], 'x.csv'))
    expect((await next.post(address, form)).status).toBe(404)
    expect((await next.post(`${address}/apply`, { centre: 'kiez-westend', checked: '{}' })).status).toBe(404)
  })
})

describe('a changed table', () => {
  test('shows what would change, in words, changes it when asked, and nothing before', async () => {
    const rows = await changed({
      row: 'westend-krabbelgruppe',
      set: { Beginn: '9.45 Uhr', 'Raum oder Treffpunkt': 'Garten' },
    })
    const head = rows[0] ?? []
    const titled: string[] = Array.from(head, name =>
      name === 'Name des Angebots (Deutsch)' ? 'Sommerfest' : '',
    )
    for (const [name, value] of Object.entries(fest)) titled[head.indexOf(name)] = value
    const $ = await upload(await xlsx([...rows, titled]), 'xlsx')
    const text = $('main').text()
    expect(text).toContain('Raum oder Treffpunkt')
    expect(text).toContain('Garten')
    expect(text).toContain('09:45')
    expect(text).toContain('Familien sehen das sofort.')
    expect(text).toContain('neuer Entwurf')
    expect($('button').text()).toContain('Diese 2 Änderungen übernehmen')
    expect((await planning.stored('westend-krabbelgruppe')).place).not.toBe('Garten')

    const carried = $('input[name=checked]').attr('value') ?? ''
    const answer = await web.post(`${address}/apply`, { centre: 'kiez-westend', checked: carried })
    expect(answer.headers.get('location')).toBe(`${address}?centre=kiez-westend&added=1&changed=1`)
    expect(load(await (await web.get(answer.headers.get('location') ?? '')).text())('main').text()).toContain(
      '1 Angebot geändert.',
    )
    const plan = await planning.planOf('westend-krabbelgruppe')
    expect(plan).toMatchObject({ place: 'Garten' })
    expect(plan.slots[0]?.starts.toString()).toBe('09:45:00')
    expect(await planning.stored('westend-sommerfest')).toMatchObject({ state: 'draft', priceCents: 250 })
    expect((await planning.planOf('westend-sommerfest')).slots[0]).toMatchObject({ skipsClosingDays: true })

    // The same form sent twice plans nothing twice, and overwrites nobody.
    const again = await web.post(`${address}/apply`, { centre: 'kiez-westend', checked: carried })
    expect(again.status).toBe(303)
    expect((await table()).filter(row => row.includes('Sommerfest'))).toHaveLength(1)
  })

  test('a column and an offer that are not there stay as they are', async () => {
    const rows = await table()
    const keep = ['Kennung', 'Raum oder Treffpunkt'].map(name => (rows[0] ?? []).indexOf(name))
    const narrow = rows.map(row => keep.map(column => row[column] ?? ''))
    const only = [narrow[0] ?? [], ...narrow.filter(row => row[0] === 'westend-krabbelgruppe')]
    only[1] = ['westend-krabbelgruppe', 'Raum 7']
    const $ = await upload(csv(only), 'csv')
    expect($('tbody tr')).toHaveLength(1)
    expect($('tbody').text()).toContain('Raum 7')
  })

  test('every fault is told with its cell, and nothing is changed', async () => {
    const rows = await changed({
      row: 'westend-krabbelgruppe',
      set: { 'Worum geht es?': 'Quatsch', Beginn: 'früh', 'Preis in Euro': '=1+1' },
    })
    const line = rows.findIndex(row => row[0] === 'westend-krabbelgruppe')
    const formula = await upload(csv(rows), 'csv', 422)
    expect(formula('tbody').text()).toContain('Hier steht eine Formel')

    const [head = []] = rows
    ;(rows[line] ?? [])[head.indexOf('Preis in Euro')] = ''
    const wrongWord = await upload(csv(rows), 'csv', 422)
    expect(placesOf(wrongWord)).toEqual([
      `Zeile ${line + 1}, Spalte ${letter(head.indexOf('Worum geht es?'))}`,
    ])
    expect(wrongWord('tbody').text()).toContain('Möglich ist: Leute treffen')

    ;(rows[line] ?? [])[head.indexOf('Worum geht es?')] = 'Leute'
    const wrongTime = await upload(csv([...rows, ['nie-gehört']]), 'csv', 422)
    expect(placesOf(wrongTime)).toEqual([
      `Zeile ${line + 1}, Spalte ${letter(head.indexOf('Beginn'))}`,
      `Zeile ${rows.length + 1}, Spalte A`,
    ])
    expect(wrongTime('tbody').text()).toContain('bitte als Uhrzeit, zum Beispiel 9:30')

    ;(rows[line] ?? [])[head.indexOf('Wie oft?')] = 'jedes Jahr'
    const noRhythm = await upload(csv(rows), 'csv', 422)
    expect(noRhythm('tbody').text()).toContain('Für alles andere wähle „an einzelnen Tagen“.')
  })

  test.each([
    ['no file', undefined, 'Bitte wähle eine Datei.'],
    ['no table', new Uint8Array([1, 0, 2]), 'keine Tabelle, die wir lesen können'],
    [
      'a broken spreadsheet',
      new TextEncoder().encode('PK\u0003\u0004'),
      'keine Tabelle, die wir lesen können',
    ],
    ['other headings', new TextEncoder().encode('a;b\n1;2\n'), 'keine Überschriften, die wir kennen'],
  ])('%s is answered with what to do', async (_, bytes, words) => {
    const $ = await upload(bytes, 'csv', 422)
    expect($('main').text()).toContain(words)
  })

  test('while families are registered it cannot change what one place is, and then changes nothing else', async () => {
    const { slug } = await planning.planned(
      aPlan({ what: { 'texts.de.title': 'Turnen' }, places: registering }),
      { publish: true },
    )
    await planning.joins(slug, '2026-12-01')
    const rows = await changed({ row: slug, set: { 'Was ist ein Platz?': 'eine Familie' } })
    const head = rows[0] ?? []
    for (const row of rows)
      if (row[0] === 'westend-krabbelgruppe') row[head.indexOf('Raum oder Treffpunkt')] = 'Keller'
    const $ = await upload(csv(rows), 'csv')
    const answer = await web.post(`${address}/apply`, {
      centre: 'kiez-westend',
      checked: $('input[name=checked]').attr('value') ?? '',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('kann nicht geändert werden, solange Familien angemeldet sind')
    expect((await planning.stored('westend-krabbelgruppe')).place).not.toBe('Keller')
  })

  test('what somebody changed meanwhile is not overwritten', async () => {
    const rows = await changed({ row: 'westend-krabbelgruppe', set: { 'Raum oder Treffpunkt': 'Dach' } })
    const $ = await upload(csv(rows), 'csv')
    web.moveTimeTo(lead.now.add({ minutes: 5 }))
    await planning.changed('westend-chor', { when: { place: 'Saal' } })
    const checked = JSON.parse($('input[name=checked]').attr('value') ?? '{}')
    for (const id of Object.keys(checked.based)) checked.based[id] = '2020-01-01T00:00:00Z'
    const answer = await web.post(`${address}/apply`, {
      ...{ centre: 'kiez-westend', checked: JSON.stringify(checked) },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Jemand hat das Angebot inzwischen geändert.')
  })
})

const fest = {
  'Worum geht es?': 'Leute treffen',
  'In welcher Form?': 'Veranstaltung',
  'Auf welchem Weg?': 'vor Ort',
  'Sprachen im Treffen': 'Deutsch, ar',
  'Für wen?': 'für alle',
  'Was kostet es?': 'ein Preis pro Termin',
  'Preis in Euro': '2.5',
  Anmeldung: 'Einfach kommen',
  'Wie oft?': 'an einzelnen Tagen',
  Beginn: '14:00',
  'An diesen Tagen': '3.7.2027',
}

const table = async (): Promise<Rows> => {
  const read = await readXlsx(await bytesOf(await web.get(file('xlsx'))))
  return read?.rows ?? []
}

async function changed({ row, set }: { row: string; set: Record<string, string> }) {
  const rows = await table()
  const [head = []] = rows
  const wanted = rows.find(cells => cells[0] === row) ?? []
  for (const [name, value] of Object.entries(set)) {
    expect(head).toContain(name)
    wanted[head.indexOf(name)] = value
  }
  return rows
}

async function upload(bytes: Uint8Array | undefined, form: string, status = 200) {
  const sent = new FormData()
  sent.set('centre', 'kiez-westend')
  if (bytes) sent.set('table', new File([bytes as Uint8Array<ArrayBuffer>], `table.${form}`))
  const answer = await web.post(address, sent)
  expect(answer.status).toBe(status)
  return load(await answer.text())
}

const csv = (rows: Rows): Uint8Array => Buffer.from(writeCsv(rows).replaceAll(";'=", ';='))
const xlsx = (rows: Rows) => writeXlsx({ name: 'x', rows, widths: [], choices: [] })
const placesOf = ($: ReturnType<typeof load>) =>
  $('tbody tr')
    .map((_, row) => $(row).children().first().text())
    .get()
const letter = (column: number): string =>
  (column < 26 ? '' : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

// Not `bytes()`: a server that other tests start replaces `Response` by one that lacks it.
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
