import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aPack, faultsIn, type PackFiles, packNow } from '../../tests/support/small-pack.ts'
import { webForTest } from '../../tests/support/web.ts'
import { importCityPack } from '../city-pack/index.ts'
import { connect } from '../platform/database/connect.ts'

const database = await databaseForThisFile()
const db = connect(database.app, { connections: 1 })
const web = webForTest(database)
afterAll(() => Promise.all([db.destroy(), web.close()]))

/** Begins as an MP4 does, with a box of 24 bytes that says of which kind it is; longer than what is held in memory. */
const film = new Uint8Array([
  ...[0, 0, 0, 24, ...Buffer.from('ftypisom....isommp42')],
  ...Array.from({ length: 700_000 }, (_, at) => at % 251),
])
const captions = 'WEBVTT\n\n00:00.000 --> 00:04.000\nWillkommen.\n'
const withFilm = { 'sign-language.mp4': film, 'sign-language.vtt': captions }

const importing = async (files: PackFiles = {}) =>
  importCityPack({ db, folder: await aPack(files), now: packNow })
const pageAt = async (path: string) => load(await (await web.get(path)).text())
const filmNow = async () => (await pageAt('/de/explained'))('video source').attr('src') ?? ''
const part = (path: string, range: string) => web.request(`http://localhost${path}`, { headers: { range } })

describe('the page that explains the site', () => {
  test('stands in words alone where the pack brings no film, and says so among what is missing', async () => {
    await importing()
    const $ = await pageAt('/de/explained')
    expect($('h1').text()).toBe('So geht diese Seite')
    expect($('main h2').length).toBe(4)
    expect($('video').length).toBe(0)
    expect($('main').text()).not.toContain('Gebärdensprache')
    expect((await pageAt('/de/accessibility'))('main').text()).toContain('Gebärdensprache gibt es noch nicht')
    expect((await web.get('/de/explained/sign-language.mp4')).status).toBe(404)
  })

  test('is one tap away from the start page and from every other', async () => {
    for (const path of ['/de', '/de/centres', '/de/my'])
      expect((await pageAt(path))('a[href="/de/explained"]').length).toBeGreaterThan(0)
  })

  test('shows the film of the pack with its captions, from nowhere else', async () => {
    await importing(withFilm)
    const $ = await pageAt('/en/explained')
    const [source = '', track = ''] = ['video source', 'video track[kind=captions]'].map(at =>
      $(at).attr('src'),
    )
    expect($('video').attr()).toMatchObject({ preload: 'none', 'aria-label': 'In German Sign Language' })
    expect((await web.get(source)).headers.get('content-type')).toBe('video/mp4')
    expect(await (await web.get(track)).text()).toBe(captions)
    expect($('main h2').length).toBe(5)
    expect((await pageAt('/de/accessibility'))('main').text()).not.toContain(
      'Gebärdensprache gibt es noch nicht',
    )
    expect((await web.get('/en/explained')).headers.get('content-security-policy')).toContain(
      "media-src 'self'",
    )
  })

  test('hands out the parts a player asks for', async () => {
    const path = await filmNow()
    const answer = await part(path, 'bytes=4-7')
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes 4-7/${film.length}`])
    expect(await answer.text()).toBe('ftyp')
    const rest = await part(path, `bytes=${film.length - 2}-`)
    expect(new Uint8Array(await rest.arrayBuffer())).toEqual(film.slice(-2))
    const behind = await part(path, `bytes=${film.length}-`)
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${film.length}`])
  })

  test('sends all of it in pieces, each read when the one before was taken', async () => {
    const whole = await web.get(await filmNow())
    expect([whole.status, whole.headers.get('content-length')]).toEqual([200, `${film.length}`])
    const pieces: Uint8Array[] = []
    for await (const piece of whole.body ?? []) pieces.push(piece)
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(256 * 1024)
    expect(Buffer.concat(pieces).equals(film)).toBe(true)
  })

  test('breaks off where another film comes in between', async () => {
    const reader = (await web.get(await filmNow())).body?.getReader()
    await reader?.read()
    await importing({ ...withFilm, 'sign-language.vtt': `${captions}\n` })
    await expect(reader?.read()).rejects.toThrow()
    await importing(withFilm)
  })

  test.each(['mp4', 'vtt'])(
    'leads from a made-up mark to the right one, and keeps only that: %s',
    async ending => {
      const answer = await web.get(`/de/explained/sign-language.${ending}?v=made-up`)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable')
      const right = await web.get(answer.headers.get('location') ?? '')
      expect(right.headers.get('cache-control')).toContain('immutable')
      await right.body?.cancel()
    },
  )

  test('gives one network so much, and no more', async () => {
    const other = webForTest(database)
    const path = await filmNow()
    const asked = async () => {
      const answer = await other.get(path)
      await answer.body?.cancel()
      return answer.status
    }
    for (let time = 1; time <= 24; time++) expect(await asked()).toBe(200)
    expect(await asked()).toBe(429)
    await other.close()
  })

  test('keeps the film when the pack comes again without it, and takes a new one under a new address', async () => {
    const before = await filmNow()
    await importing()
    expect(await filmNow()).toBe(before)
    await importing({ ...withFilm, 'sign-language.vtt': captions.replace('Willkommen', 'Hallo') })
    expect(await filmNow()).not.toBe(before)
  })
})

test.each<[string, PackFiles, string[]]>([
  ['comes without captions', { 'sign-language.mp4': film }, ['sign-language.vtt:1 missing-file ‹›']],
  [
    'is missing beside its captions',
    { 'sign-language.vtt': captions },
    ['sign-language.mp4:1 missing-file ‹›'],
  ],
  ['is none', { ...withFilm, 'sign-language.mp4': 'RIFF' }, ['sign-language.mp4:1 not-a-film ‹RIFF›']],
  [
    'has captions in another form',
    { ...withFilm, 'sign-language.vtt': '1\n00:00' },
    ['sign-language.vtt:1 not-captions ‹1›'],
  ],
  [
    'is too large',
    { ...withFilm, 'sign-language.mp4': new Uint8Array(10 * 1024 * 1024 + 1) },
    ['sign-language.mp4:1 film-too-large'],
  ],
])('a film that %s is told', async (_, files, faults) => {
  expect((await faultsIn(files)).map(fault => fault.replace(/(film-too-large).*/s, '$1'))).toEqual(faults)
})

test('a film under another name is told of, and the import goes on', async () => {
  expect(await faultsIn({ 'sign_language.mp4': film })).toEqual([
    expect.stringContaining('sign_language.mp4:1 unknown-file'),
  ])
})
