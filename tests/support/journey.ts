import { afterAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { runningCity } from './running-city.ts'

/** Wiesbaden running, and a browser that comes to it; both end after the last test of the file. */
export const journey = async ({ withPast = false, pack = 'cities/wiesbaden' } = {}) => {
  const [city, browser] = await Promise.all([runningCity({ withPast, pack }), launchBrowser()])
  afterAll(async () => {
    await browser.close()
    await city.stop()
  })
  return { ...city, open: browser.open }
}
