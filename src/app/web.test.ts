import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { securityHeaders } from '../platform/web/security.ts'

const database = await databaseForThisFile()
const web = webForTest(database)
await aTown(database)
afterAll(web.close)

test('the bare address leads to the language the browser asks for', async () => {
  const response = await web.request('http://localhost/', { headers: { 'accept-language': 'ar, en;q=0.5' } })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/ar')
})

test('an unknown address is answered with 404, in the language of the address', async () => {
  const response = await web.get('/ar/nothing')
  expect(response.status).toBe(404)
  const page = await response.text()
  expect(page).toContain('<html lang="ar" dir="rtl">')
  for (const way of ['/ar', '/ar/offers', '/ar/centres']) expect(page).toContain(`href="${way}"><svg`)
})

test.each(['/xx/offers', '/de/%', '/de/%ff', '/..%2f', '/assets/../package.json'])(
  'a malformed address is never our fault: %s',
  async path => {
    const response = await web.request(`http://localhost${path}`)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  },
)

test('a phone paints its bar above the page in the colour of the city', async () => {
  expect(await (await web.get('/de')).text()).toContain('<meta name="theme-color" content="#0a5560">')
})

test('every answer carries the security headers', async () => {
  for (const path of ['/de/nothing', '/health/live']) {
    const { headers } = await web.get(path)
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value)
  }
})

test('a form sent from another site is refused', async () => {
  const send = (origin: string) =>
    web.request('http://localhost/de/nothing', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=1',
    })
  expect((await send('https://evil.example')).status).toBe(403)
  expect((await send('http://localhost')).status).toBe(404)
})

test.each(['application/json', 'x/y, application/x-www-form-urlencoded', ''])(
  'nor does it help another site to call its form something else: "%s"',
  async type => {
    const response = await web.request('http://localhost/de/my/anything/cancel', {
      method: 'POST',
      headers: {
        ...{ origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
        ...(type && { 'content-type': type }),
      },
      body: '{}',
    })
    expect(response.status).toBe(403)
  },
)

test('a fault of ours is answered with a reference to name, and nothing of what went wrong', async () => {
  const broken = webForTest(database)
  await broken.get('/de/offers')
  await broken.databases.public.destroy()
  const response = await broken.request('http://localhost/de/offers')
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toMatch(/nenne bitte: [0-9a-f]{8}/)
  expect(text).not.toContain('driver')
})

test('who searches faster than a person can is asked to wait, and everybody else goes on reading', async () => {
  const statuses: number[] = []
  for (let times = 0; times < 241; times++) statuses.push((await web.get('/de/offers?q=baby')).status)
  expect(statuses.slice(0, 240).every(status => status === 200)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  expect((await web.get('/de/offers')).status).toBe(200)
})

test('where several cities share an instance, an unknown host name shows which there are', async () => {
  await aTown(database, { slug: 'nachbarstadt' })
  const unknown = await web.request('http://somewhere.example/de')
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toContain('http://nachbarstadt.localhost')
  expect((await web.request('http://nachbarstadt.localhost/de')).status).toBe(200)
})
