import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { accessibilityFindings, desk } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { signsIn } from '../support/steps.ts'

/**
 * The site of a Kita, on a server of its own: it shows the programme because the city office lets it, and a plain link
 * as long as nobody has.
 */

const { url, open } = await journey()
const page = await open({ viewport: desk })
const allowed = await aSiteOfItsOwn()
const stranger = await aSiteOfItsOwn()
afterAll(() => Promise.all([allowed.stop(), stranger.stop()]))

const lines = await linesFrom(page, allowed.url)

test('the programme stands on the page of the Kita, in its font and colours, with nothing left behind', async () => {
  allowed.shows(lines)
  const visitor = await open()
  const refused = policyFaults(visitor)
  await visitor.goto(allowed.url)
  const programme = visitor.locator('kieznetz-programm section')
  await programme.waitFor()
  expect(await visitor.locator('kieznetz-programm li').count()).toBe(5)
  expect(await visitor.getByRole('heading', { name: 'KiEZ Wiesbaden' }).count()).toBe(1)
  expect(await visitor.getByRole('link', { name: 'Das ganze Programm' }).isVisible()).toBe(true)

  const look = await programme.evaluate(section => {
    const { color, fontFamily } = getComputedStyle(section)
    return { color, fontFamily }
  })
  expect(look).toEqual({ color: 'rgb(240, 230, 210)', fontFamily: 'serif' })
  expect(await accessibilityFindings(visitor)).toEqual([])
  expect(await visitor.context().cookies()).toEqual([])
  expect(await visitor.evaluate(() => Object.keys(localStorage).length)).toBe(0)
  expect(refused).toEqual([])
})

test('in Arabic it runs from right to left, within what was asked for', async () => {
  allowed.shows(
    `<h2>Für Familien</h2>${lines}`
      .replace('language="de"', 'language="ar" centre="kiez-westend" filter="free=yes"')
      .replace('count="5"', 'count="2" level="3"'),
  )
  const visitor = await open()
  await visitor.goto(allowed.url)
  const section = visitor.locator('kieznetz-programm section')
  await section.waitFor()
  expect(await section.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
  expect(await visitor.locator('kieznetz-programm li').count()).toBe(2)
  expect(await visitor.getByRole('heading', { level: 3 }).count()).toBe(1)
  expect(await section.textContent()).toContain('KiEZ Westend')
  expect(await accessibilityFindings(visitor)).toEqual([])
})

test('a site that nobody has allowed shows a plain link, also with lines that were copied', async () => {
  stranger.shows(lines)
  const visitor = await open()
  const asked = visitor.waitForEvent('requestfailed')
  await visitor.goto(stranger.url)
  await asked
  expect(await visitor.getByRole('link', { name: 'Das ganze Programm' }).isVisible()).toBe(true)
  expect(await visitor.locator('kieznetz-programm section').count()).toBe(0)
})

test('so does any page where no script runs', async () => {
  allowed.shows(lines)
  const visitor = await open({ javaScriptEnabled: false })
  await visitor.goto(allowed.url)
  await visitor.getByRole('link', { name: 'Das ganze Programm' }).click()
  await visitor.waitForURL(`${url}/de/offers`)
})

test('the script weighs less than 15 KB, and far less on its way', async () => {
  const script = Buffer.from(await (await fetch(`${url}/api/v1/embed.js`)).arrayBuffer())
  expect(script.byteLength).toBeLessThan(15 * 1024)
  expect(gzipSync(script).byteLength).toBeLessThan(2 * 1024)
})

test('what pages say for search engines breaks no rule about scripts', async () => {
  const visitor = await open()
  const refused = policyFaults(visitor)
  await visitor.goto(`${url}/de/offers/westend-samstags-picknick`)
  expect(await visitor.locator('script[type="application/ld+json"]').count()).toBe(1)
  expect(refused).toEqual([])
})

/** What the browser says it did not let happen. */
function policyFaults(page: Page) {
  const faults: string[] = []
  page.on('console', message => {
    if (/security policy|refused/i.test(message.text())) faults.push(message.text())
  })
  return faults
}

/** The office allows the site, and copies the lines. */
async function linesFrom(page: Page, site: string) {
  await signsIn(page, url, 'amt')
  await page.goto(`${url}/de/staff/sites`)
  await page.getByLabel('Wessen Seite?').fill('Kita Sonnenblume')
  await page.getByLabel('Adresse der Seite').fill(`${site}/`)
  await page.getByRole('button', { name: 'Aufnehmen' }).click()
  await page.getByText('Die Seite darf das Programm jetzt zeigen.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  return (await page.locator('pre').textContent()) ?? ''
}

/** A page of somebody else, with a policy of its own that lets nobody put styles into it. */
async function aSiteOfItsOwn() {
  let content = ''
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; style-src 'self' 'sha256-nothing'; script-src ${url}; connect-src ${url}`,
    )
    response.end(`<!doctype html><html lang="de"><title>Kita</title>
      <body bgcolor="#20303a" text="#f0e6d2" link="#f0e6d2"><font face="serif"><main><h1>Kita Sonnenblume</h1>${content}</main></font></body></html>`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shows: (html: string) => {
      content = html
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  }
}
