import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { headingOf, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open, moveTimeTo } = await journey()
const board = `${url}/de/centres/kiez-westend/pinboard`
const aPhone = { viewport: phone, javaScriptEnabled: false }

test('a father gives a pram away, another family is interested, and only the lead learns how to reach them', async () => {
  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  await switchesThePinboardOn(lead)

  const father = await open({ ...aPhone, locale: 'de' })
  await father.goto(`${url}/de/centres/kiez-westend`)
  await father.getByRole('link', { name: 'Zur Pinnwand' }).click()
  await father.getByRole('link', { name: 'Zettel schreiben' }).click()
  await father.getByLabel('Zu verschenken').check()
  await father.getByLabel('Überschrift').fill('Kinderwagen zu verschenken')
  await father.getByLabel('Mehr dazu').fill('Blau, wie neu. Ruf an: 0611 4567890')
  await father.getByRole('radio', { name: 'E-Mail' }).check()
  await father.getByLabel('E-Mail').last().fill('vater@example.org')
  await father.getByRole('button', { name: 'Zettel abschicken' }).click()
  expect(await wordsOf(father.getByRole('alert'))).toContain('Das sieht wie eine Telefonnummer aus.')

  await father.getByLabel('Mehr dazu').fill('Blau, wie neu.')
  await father.getByRole('button', { name: 'Zettel abschicken' }).click()
  expect(await headingOf(father)).toBe('Dein Zettel ist bei uns')
  await father.goto(board)
  expect(await mainOf(father)).not.toContain('Kinderwagen')

  await lead.goto(`${url}/de/staff`)
  expect(await mainOf(lead)).toContain('Zettel wartet auf Freigabe')
  await lead.getByRole('link', { name: 'Lesen', exact: true }).click()
  await lead.getByRole('link', { name: 'Lesen' }).click()
  await lead.getByRole('button', { name: 'Aufhängen' }).click()
  expect(await mainOf(lead)).toContain('Hängt jetzt.')

  const mother = await open({ ...aPhone, locale: 'ar' })
  await mother.goto(`${url}/ar/neighbours?kind=give`)
  await mother.getByRole('link', { name: 'أنا مهتم' }).click()
  await mother.getByLabel('ماذا تودّون أن تقولوا؟').fill('نحتاجها في كانون الثاني.')
  await mother.getByRole('radio', { name: 'اتصال هاتفي' }).check()
  await mother.getByLabel('الهاتف').fill('٠٦١١ ٢٢٣٣٤٤')
  await mother.getByRole('button', { name: 'إرسال' }).click()
  expect(await headingOf(mother)).toBe('المركز على علم')

  await lead.goto(`${url}/de/staff`)
  await lead.getByRole('link', { name: 'Verbinden', exact: true }).click()
  await lead.getByRole('link', { name: 'Zusammenbringen' }).click()
  const seen = await mainOf(lead)
  for (const contact of ['0611 223344', 'vater@example.org']) expect(seen).toContain(contact)
  const address = new URL(lead.url()).pathname
  await lead.getByRole('button', { name: 'Zusammengebracht' }).click()
  expect(await mainOf(lead)).toContain('Abgehakt. Danke!')

  await nobodyElseSeesIt(father, address)
  const neighbour = await open({ viewport: desk })
  await signsIn(neighbour, url, 'leitung.nebenan')
  await nobodyElseSeesIt(neighbour, address)

  moveTimeTo(Temporal.Instant.from('2026-12-16T08:00:00Z'))
  await father.goto(board)
  expect(await mainOf(father)).toContain('Hier hängt gerade nichts')
})

const switchesThePinboardOn = async (lead: Page) => {
  await lead.goto(`${url}/de/staff/parts`)
  await lead.getByRole('button', { name: /Pinnwand/ }).click()
  expect(await mainOf(lead)).toContain('Pinnwand: eingeschaltet.')
}

const nobodyElseSeesIt = async (page: Page, staffAddress: string) => {
  for (const address of [staffAddress, '/de/centres/kiez-westend/pinboard', '/de/neighbours']) {
    await page.goto(url + address)
    expect(await mainOf(page)).not.toMatch(/223344|vater@/)
  }
}
