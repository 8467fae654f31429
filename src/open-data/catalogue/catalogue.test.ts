import jsonld from 'jsonld'
import { Parser, type Quad, Writer } from 'n3'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { readCsv } from '../../platform/spreadsheet/csv.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(() => web.close())
await town.anOffer()
await says({ municipalityKey: '06414000', licence: 'dl-by-de/2.0' })

const dcat = 'http://www.w3.org/ns/dcat#'
const dct = 'http://purl.org/dc/terms/'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

test('another program reads the Turtle, and finds what DCAT-AP.de asks for', async () => {
  const said = await triples()
  const [catalogue] = said.those(type, `${dcat}Catalog`)
  const [dataset] = said.those(type, `${dcat}Dataset`)
  for (const property of [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`])
    expect(said.of(catalogue, property), property).not.toEqual([])
  const asked = ['title', 'description', 'publisher', 'accrualPeriodicity', 'spatial'].map(name => dct + name)
  for (const property of [...asked, `${dcat}contactPoint`, `${dcat}theme`, `${dcat}distribution`])
    expect(said.of(dataset, property), property).not.toEqual([])
  const [place] = said.of(dataset, `${dct}spatial`)
  expect(said.of(place, 'http://dcat-ap.de/def/dcatde/politicalGeocodingURI')).toEqual([
    'http://dcat-ap.de/def/politicalGeocoding/municipalityKey/06414000',
  ])
  const [publisher] = said.of(dataset, `${dct}publisher`)
  expect(said.of(publisher, 'http://xmlns.com/foaf/0.1/name')).toEqual(['Amt für Soziale Arbeit'])
})

test('every form of the data has a licence, and is there', async () => {
  const said = await triples()
  const forms = said.those(type, `${dcat}Distribution`)
  expect(forms.length).toBeGreaterThan(3)
  for (const form of forms) {
    expect(said.of(form, `${dct}license`)).toEqual(['http://dcat-ap.de/def/licenses/dl-by-de/2.0'])
    const [address = ''] = said.of(form, `${dcat}accessURL`)
    const answer = await web.request(address)
    expect([address, answer.status]).toEqual([address, 200])
    const [mediaType = ''] = said.of(form, `${dcat}mediaType`)
    expect(answer.headers.get('content-type')).toContain(mediaType.replace(/.*media-types\//, ''))
  }
})

test('the table has a row for each offer under the names of the API, and a formula in it is none', async () => {
  await town.anOffer({ title: '=1+1', topics: ['baby', 'play'] })
  const answer = await web.get('/api/v1/offers.csv?lang=de')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [head = [], ...rows] = readCsv(new Uint8Array(await answer.arrayBuffer()))?.rows ?? []
  const { items } = await (await web.get('/api/v1/offers?lang=de')).json()
  expect(rows).toHaveLength(items.length)
  for (const item of items) {
    const row = rows.find(([id]) => id === item.id) ?? []
    const cell = (name: string) => row[head.indexOf(name)]
    expect([cell('title'), cell('centre.name'), cell('topics')]).toEqual([
      ...[item.title, item.centre.name, item.topics.join(',')],
    ])
  }
  expect(await (await web.get('/api/v1/offers.csv')).text()).toContain("'=1+1")
  expect((await web.get('/api/v1/offers.csv?kin=x')).status).toBe(400)
  expect((await web.get('/api/v1/offers.csv?lang=fr')).status).toBe(400)
})

test('JSON-LD says exactly the same', async () => {
  const document = await (await web.get('/api/v1/catalogue.jsonld')).json()
  const fromJson = await jsonld.canonize(document, { format: 'application/n-quads' })
  const turtle = new Parser().parse(await (await web.get('/api/v1/catalogue.ttl')).text())
  const again = await jsonld.fromRDF(quadsIn(turtle), { format: 'application/n-quads' })
  const fromTurtle = await jsonld.canonize(again, { format: 'application/n-quads' })
  expect(fromJson).toBe(fromTurtle)
  expect(fromJson.length).toBeGreaterThan(2_000)
})

test('what a city has not said is left out', async () => {
  await says({})
  const said = await triples()
  const [dataset] = said.those(type, `${dcat}Dataset`)
  expect(said.of(dataset, `${dct}spatial`)).toEqual([])
  expect(said.those(`${dct}license`, 'http://dcat-ap.de/def/licenses/dl-by-de/2.0')).toEqual([])
})

const triples = async () => {
  const answer = await web.get('/api/v1/catalogue.ttl')
  expect(answer.headers.get('content-type')).toContain('text/turtle')
  const quads = new Parser().parse(await answer.text())
  return {
    those: (predicate: string, object: string) =>
      quads
        .filter(quad => quad.predicate.value === predicate && quad.object.value === object)
        .map(({ subject }) => subject.value),
    of: (subject: string | undefined, predicate: string) =>
      quads
        .filter(quad => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value),
  }
}

const quadsIn = (quads: readonly Quad[]) => new Writer({ format: 'N-Quads' }).quadsToString([...quads])

async function says(openData: { municipalityKey?: string; licence?: string }) {
  await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .updateTable('cities')
      .set({ openData: JSON.stringify(openData) })
      .where('id', '=', town.city.id)
      .execute(),
  )
}
