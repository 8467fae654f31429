import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import {
  directionOf,
  isStaffLanguage,
  languages,
  spokenTag,
  staffLanguages,
} from '../platform/wording/wording.ts'

const database = await databaseForThisFile()
const web = webForTest(database)
await aTown(database)
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  await admin.query('update cities set languages = $1', [languages])
  await admin.end()
})
afterAll(web.close)

const pageAt = async (path: string) => load(await (await web.get(path)).text())

test.each(languages)('a page in %s says so, and leads to itself in every other language', async language => {
  const $ = await pageAt(`/${language}/centres`)
  expect($('html').attr()).toMatchObject({ lang: spokenTag(language), dir: directionOf(language) })
  const links = $('nav.languages a')
    .map((_, link) => $(link).attr('href'))
    .get()
  expect(links).toEqual(languages.map(code => `/${code}/centres`))
})

test('search engines are told the whole address of a page in each language', async () => {
  const $ = await pageAt('/de')
  const told = $('link[rel=alternate][hreflang]')
    .map((_, link) => `${$(link).attr('hreflang')} ${$(link).attr('href')}`)
    .get()
  expect(told).toEqual([
    ...languages.map(code => `${code} http://localhost/${code}`),
    'x-default http://localhost/',
  ])
})

test('nothing is told of a page that is kept out of search engines', async () => {
  const $ = await pageAt('/de/my')
  expect($('meta[name=robots]').attr('content')).toBe('noindex')
  expect($('link[hreflang]').length).toBe(0)
})

test('pages for work are offered in the languages of those who work here', async () => {
  const $ = await pageAt('/de/sign-in')
  const offered = $('nav.languages a')
    .map((_, link) => $(link).attr('hreflang'))
    .get()
  expect(offered).toEqual([...staffLanguages])
})

const onlyForFamilies = languages.filter(language => !isStaffLanguage(language))

describe.each(onlyForFamilies)('in %s, which is spoken to families alone,', language => {
  test.each(['/sign-in', '/staff', '/partner/anything?news=sent'])(
    '%s leads to the first language of staff',
    async path => {
      const answer = await web.get(`/${language}${path}`)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/de${path}`)
    },
  )
})
