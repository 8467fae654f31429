import { afterAll, expect, test } from 'vitest'
import { addByOperator, createIdentity, listCities } from '../../src/identity/index.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { desk, launchBrowser } from '../support/browser.ts'
import { journeySecret, serveCity } from '../support/served-city.ts'
import { databaseForThisFile } from '../support/server.ts'
import { mainOf } from '../support/steps.ts'

const database = await databaseForThisFile()
// She is appointed from today on, so here the clock is the real one.
const served = await serveCity(database, { now: Temporal.Now.instant(), isDemo: false })
const browser = await launchBrowser()
afterAll(async () => {
  await browser.close()
  await served.stop()
})
const page = await browser.open({ viewport: desk })
await withAKeyOnThisDevice()
const email = 'clara@example.org'
const password = 'eine laterne am see'

test('where there is no demo, the sign-in offers no account', async () => {
  await page.goto(`${served.url}/de/sign-in`)
  expect(served.signIns).toEqual([])
  expect(await mainOf(page)).not.toContain('Demo')
})

test('the operator makes the first administrator, who chooses her password with the link', async () => {
  await page.goto(await linkOfTheOperator())
  await page.getByLabel('Neues Passwort').fill(password)
  await page.getByRole('button', { name: 'Passwort speichern' }).click()
  expect(await mainOf(page)).toContain('Dein Passwort ist gespeichert.')
})

test('with the password alone she is led to a second factor, from wherever she goes', async () => {
  await signInByPassword()
  expect(page.url()).toContain('/de/account/second-factor')
  await page.goto(`${served.url}/de/staff/people`)
  expect(page.url()).toContain('/de/account/second-factor')
})

test('she adds a passkey and signs in with it, and is at work', async () => {
  await page.goto(`${served.url}/de/account`)
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await page.getByText('Passkey vom').waitFor()
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await page.waitForURL(/staff\/people/)
  expect(await mainOf(page)).toContain('Clara Chef')
})

test('whoever knows only her password now gets no further', async () => {
  await page.goto(`${served.url}/de/account`)
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await signInByPassword()
  expect(await mainOf(page)).toContain('Du hast einen Passkey.')
})

async function signInByPassword() {
  await page.goto(`${served.url}/de/sign-in`)
  await page.getByLabel('E-Mail').fill(email)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.waitForURL(/second-factor/)
}

async function linkOfTheOperator() {
  const db = connect(database.app, { connections: 2 })
  const [appUrl, baseUrl] = [database.app, served.url]
  const identity = createIdentity({ appUrl, db, secret: journeySecret, baseUrl, isDemo: false })
  const [city] = await listCities(db)
  if (!city) throw new Error('There is no city')
  const added = await addByOperator(identity, city, { email, name: 'Clara Chef', role: 'administrator' })
  await identity.stop()
  await db.destroy()
  return 'setUpLink' in added ? (added.setUpLink ?? '') : ''
}

/** A device that keeps passkeys and takes her fingerprint for granted. */
async function withAKeyOnThisDevice() {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}
