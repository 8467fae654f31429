import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { type Family, fillsIn, headingOf, mainOf } from '../support/steps.ts'

const { url, open } = await journey()
const hisNumber = '0171 3920012'
const hisPhone = { viewport: phone, locale: 'de', javaScriptEnabled: false }

test('a father with only a phone number moves up from the waiting list by SMS', async () => {
  const mother = await open(hisPhone)
  const wanted = await findsTheDate(mother)
  for (const called of ['Elif', 'Sara', 'Mina', 'Nour'])
    await registers(mother, wanted, { called, child: 'Kind', email: `${called}@example.org` })
  expect(await headingOf(mother)).toBe('Du bist dabei')

  const page = await open(hisPhone)
  await registers(page, wanted, { called: 'Herr Novak', child: 'Jan', phone: hisNumber })
  expect(await headingOf(page)).toBe('Du stehst auf der Warteliste')
  const hisPage = page.url()
  const [code = ''] = (await opensSms(page, 'Dein Code')).match(/\b\d{6}\b/) ?? []
  await page.goto(hisPage)
  await page.getByLabel('Code aus der SMS').fill(code)
  await page.getByRole('button', { name: 'Bestätigen' }).click()
  expect(await mainOf(page)).toContain('Danke, die Nummer stimmt.')
  expect(await mainOf(page)).toContain('schreiben wir dir eine SMS')
  expect(await opensSms(page, 'Du stehst auf der Warteliste')).toContain('melden wir uns')

  await cancels(mother)
  await opensSms(page, 'Ein Platz ist frei geworden')
  await followsItsLink(page)
  await page.getByRole('button', { name: 'Ja, wir kommen' }).click()
  expect(await mainOf(page)).toContain('Schön, der Platz gehört dir.')

  expect(await opensSms(page, 'Du hast einen Platz')).toContain('Der Platz ist deiner')
  await followsItsLink(page)
  await cancels(page)
  expect(await opensSms(page, 'Abgemeldet')).toContain('Abgesagt: deine Anmeldung')
})

/** From the list of offers to one date with four places. */
async function findsTheDate(page: Page) {
  await page.goto(`${url}/de/offers?topic=daycare`)
  await page.getByRole('link', { name: 'Kita-Platz: Wir suchen mit dir' }).first().click()
  return page.url()
}

async function registers(page: Page, wanted: string, family: Family) {
  await page.goto(wanted)
  await page.getByRole('link', { name: /^(Anmelden|Auf die Warteliste)$/ }).click()
  await fillsIn(page, family)
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
}

async function cancels(page: Page) {
  await page.getByRole('link', { name: 'Absagen' }).click()
  await page.getByRole('button', { name: 'Ja, absagen' }).click()
  expect(await mainOf(page)).toContain('Danke, dass du absagst')
}

/** Reads the newest SMS about something, as soon as it has arrived in the mailbox of the demo. */
async function opensSms(page: Page, about: string) {
  const entry = page.locator('.kern-card', { hasText: hisNumber }).filter({ hasText: 'angekommen' })
  const link = entry.getByRole('link', { name: about }).first()
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/de/demo/mailbox`)
        return link.count()
      },
      { timeout: 8000 },
    )
    .toBe(1)
  await link.click()
  const words = await mainOf(page)
  expect(words).toContain('SMS')
  return words
}

const followsItsLink = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('link', { name: /\/de\/my\// })
    .click()
