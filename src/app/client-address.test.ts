import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
await aTown(database)
const webs: ReturnType<typeof webForTest>[] = []
afterAll(() => Promise.all(webs.map(web => web.close())))

test('behind a proxy of ours one script does not use up the tries of all families', async () => {
  const web = webBehind(['172.18.0.0/16'])
  const script = { peer: '172.18.0.5', forwardedFor: '203.0.113.66' }
  for (let times = 0; times < 11; times++) await tryCode(web, script)
  expect(await tryCode(web, script)).toBe(429)
  expect(await tryCode(web, { ...script, forwardedFor: '198.51.100.7' })).toBe(422)
})

test('control: a proxy that nobody named is everybody', async () => {
  const web = webBehind([])
  const script = { peer: '172.18.0.5', forwardedFor: '203.0.113.66' }
  for (let times = 0; times < 11; times++) await tryCode(web, script)
  expect(await tryCode(web, { ...script, forwardedFor: '198.51.100.7' })).toBe(429)
})

test('a script that names another family each time, or uses all addresses of its network, is still one', async () => {
  const web = webBehind(['172.18.0.0/16'])
  const statuses: number[] = []
  for (let times = 0; times < 12; times++) {
    const forwardedFor = `198.51.100.${times}, 2001:db8:1:2::${times}`
    statuses.push(await tryCode(web, { peer: '172.18.0.5', forwardedFor }))
  }
  expect(statuses.at(-1)).toBe(429)
})

const webBehind = (proxies: string[]) => {
  const web = webForTest(database, { proxies })
  webs.push(web)
  return web
}

const tryCode = async (
  web: ReturnType<typeof webForTest>,
  { peer, forwardedFor }: { peer: string; forwardedFor: string },
) => {
  const request = new Request('http://localhost/de/my', {
    method: 'POST',
    headers: { origin: 'http://localhost', 'x-forwarded-for': forwardedFor },
    body: new URLSearchParams({ code: 'ABC-234-DEF' }),
  })
  const { status } = await web.fetch(request, { incoming: { socket: { remoteAddress: peer } } })
  return status
}
