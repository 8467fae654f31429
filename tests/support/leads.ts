import { load } from 'cheerio'
import { makeAccount, setPassword } from '../../src/identity/accounts.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { browserOn } from './cookie-browser.ts'
import type { Town } from './town.ts'
import type { webForTest } from './web.ts'

type Browser = ReturnType<typeof browserOn>

/** Leads of the KiEZ Westend, or managers of its provider, with accounts of their own as they are outside the demo. */
export const leadsOf = (town: Town, web: ReturnType<typeof webForTest>) => {
  const password = 'eine laterne am see'
  let count = 0

  const withPassword = async ({ asManager = false } = {}) => {
    const email = `lead-${++count}@example.org`
    const { id } = await makeAccount(web.identity, { email, name: 'Lena Lead' })
    await setPassword(web.identity, id, password)
    const { id: centreId, providerId } = town.westend
    const task = asManager
      ? ({ role: 'provider-manager' } as const)
      : ({ role: 'centre-lead', centreId } as const)
    await inTransaction(town.contextOf({ kind: 'system' }), tx =>
      tx
        .insertInto('memberships')
        .values({ cityId: town.city.id, accountId: id, providerId, ...task })
        .execute(),
    )
    return { email, id }
  }

  const aSignedIn = async (given: { asManager?: boolean } = {}) => {
    const lead = await withPassword(given)
    const browser = browserOn(web)
    await browser.post('/de/sign-in', { email: lead.email, password })
    return { ...lead, browser }
  }

  /** Sets up the app for codes: its key, and the backup codes. */
  const setUpCodes = async (browser: Browser, chosen = password) => {
    const page = load(await (await browser.post('/de/account/second-factor', { password: chosen })).text())
    const [key = '', ...backupCodes] = page('code')
      .toArray()
      .map(code => page(code).text().replaceAll(' ', ''))
    await browser.post('/de/account/second-factor/confirm', { code: await codeOf(key) })
    return { key, backupCodes }
  }

  const codeOf = async (key: string) => {
    const { api } = await web.identity.auth()
    return (await api.generateTOTP({ body: { secret: fromBase32(key) } })).code
  }

  return { password, withPassword, aSignedIn, setUpCodes, codeOf }
}

function fromBase32(text: string) {
  const bits = [...text].map(letter =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map(byte => Number.parseInt(byte, 2)))
}
