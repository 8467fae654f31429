import { expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { readPdf } from '../support/pdf.ts'
import { fillsIn, headingOf, mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey()

test('a mother without e-mail uses the slip that she got at the desk', async () => {
  const desk = await open({ javaScriptEnabled: false })
  await signsIn(desk, url, 'leitung')
  await desk.goto(`${url}/de/offers?topic=daycare`)
  await desk.getByRole('link', { name: 'Kita-Platz: Wir suchen mit dir' }).first().click()
  const join = await desk.getByRole('main').getByRole('link', { name: 'Anmelden' }).getAttribute('href')
  await desk.goto(`${url}${join?.replace('/join/', '/staff/intakes/')}/add`)
  await fillsIn(desk, { called: 'Oksana', child: 'Danylo' })
  await desk.getByLabel('Sprache der Familie').selectOption('uk')
  await desk.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
  expect(await mainOf(desk)).toContain('Eingetragen, Platz ist sicher')

  const form = desk.locator('form[action$="/slip.pdf"]')
  const printed = await desk.context().request.post(`${url}${await form.getAttribute('action')}`, {
    form: { code: await form.locator('[name=code]').inputValue() },
    headers: { origin: url },
  })
  const { text, language } = await readPdf(new Uint8Array(await printed.body()))
  expect(language).toBe('uk')
  const [address = '', code = ''] = [
    text.match(/\d[\d.]+:\d+\/uk\/my/)?.[0],
    text.match(/\w{3}-\w{3}-\w{3}/)?.[0],
  ]

  const hers = await open({ viewport: phone, locale: 'uk', javaScriptEnabled: false })
  await hers.goto(`http://${address}`)
  await hers.locator('[name=code]').fill(code)
  await hers.getByRole('button', { name: 'Переглянути' }).click()
  expect(await mainOf(hers)).toContain('Oksana')
  await hers.locator('a[href$="/cancel"]').click()
  await hers.locator('form[action$="/cancel"] button').click()
  expect(await headingOf(hers)).toContain('Kita')

  await desk.getByRole('link', { name: 'Zur Liste' }).click()
  expect(await mainOf(desk)).not.toContain('Oksana')
})
