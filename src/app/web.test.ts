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
  expect(await response.text()).toContain('<html lang="ar" dir="rtl">')
})

test.each(['/xx/offers', '/de/%', '/de/%ff', '/..%2f', '/assets/../package.json'])(
  'a malformed address is never our fault: %s',
  async path => {
    const response = await web.request(`http://localhost${path}`)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  },
)

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
