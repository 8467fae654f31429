import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journey } from '../support/journey.ts'
import { fillsIn, headingOf, mainOf } from '../support/steps.ts'

const { url, open } = await journey()
const withPlaces = '/de/offers/westend-kita-platz-suche'

test('a mother reads the week without a network, cancels there, and it is sent when the network is back', async () => {
  const page = await open({ serviceWorkers: 'allow' })
  const own = await registers(page)
  await page.goto(`${url}/de`)
  await keeps(page, '/de')
  await page.goto(url + withPlaces)
  await keeps(page, withPlaces)

  await page.context().setOffline(true)
  await page.goto(`${url}/de`)
  const week = await mainOf(page)
  expect(week).toContain('Gerade kein Netz')
  expect(week).toMatch(/So sah die Seite zuletzt aus: \S+, \d+\. \S+ um \d+:\d\d/)
  expect(await page.locator('body').evaluate(body => getComputedStyle(body).marginTop)).toBe('0px')
  await page.goto(url + withPlaces)
  expect(await mainOf(page)).toContain('Gerade kein Netz')
  await page.goto(`${url}/de/centres`)
  expect(await headingOf(page)).toBe('Gerade kein Netz')

  await page.goto(url + own)
  expect(await headingOf(page)).toBe('Wirklich absagen?')
  expect(await mainOf(page)).not.toContain('Kita')
  await page.getByRole('button', { name: 'Ja, absagen' }).click()
  expect(await headingOf(page)).toBe('Deine Absage geht raus, sobald du wieder Netz hast')
  expect(await keptOn(page)).toEqual(['/de', withPlaces].map(address => url + address))

  await page.context().setOffline(false)
  await page.getByText('Danke, dass du absagst').waitFor()
  await page.goto(url + own)
  expect(await mainOf(page)).toContain('Diese Anmeldung ist abgesagt')
  expect(await waitingOn(page)).toBe(0)

  await page.route('https://www.tagesschau.de/', route => route.fulfill({ body: 'elsewhere' }))
  await page.goto(`${url}/de`)
  await page.getByRole('link', { name: 'Schnell weg' }).click()
  await page.getByText('elsewhere').waitFor()
  await page.goto(`${url}/de/imprint`)
  expect(await keptOn(page)).toEqual([])
})

/** Registers; the address of her own page. */
async function registers(page: Page) {
  await page.goto(url + withPlaces)
  await page.locator('main a[href*="/join/"]').first().click()
  await fillsIn(page, { called: 'Amina', child: 'Yusuf' })
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname
}

/** Until the phone has put a page by, which it does after showing it, and can do without the network. */
const keeps = (page: Page, address: string) =>
  expect
    .poll(
      () =>
        page.evaluate(async address => {
          const spare = await (await caches.open('spare-pages')).keys()
          const page = await (await caches.open('pages')).match(address)
          return spare.length === 3 && page !== undefined && navigator.serviceWorker.controller !== null
        }, address),
      { timeout: 15_000 },
    )
    .toBe(true)

const keptOn = (page: Page) =>
  page.evaluate(async () => (await (await caches.open('pages')).keys()).map(({ url }) => url).sort())

const waitingOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        indexedDB.open('kieznetz', 1).onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest
          const asked = result.transaction('cancellations').objectStore('cancellations').count()
          asked.onsuccess = () => resolve(asked.result)
        }
      }),
  )
