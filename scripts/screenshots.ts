// npm run screenshots: Wiesbaden with an invented past, looked at in Chromium; the pictures go to docs/screenshots.
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUpToDate } from '../src/cli/with-database.ts'
import { projectFolder, readSettings } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { launchBrowser } from '../tests/support/browser.ts'
import { journeyNow, serveCity } from '../tests/support/served-city.ts'
import { takePictures } from './screenshots/pictures.ts'

const target = join(projectFolder, 'docs', 'screenshots')
const data = await mkdtemp(join(tmpdir(), 'kieznetz-screenshots-'))
await chmod(data, 0o711)
const database = await openDatabase(readSettings({ KIEZNETZ_DATA: data }), {
  ...{ purpose: 'screenshots', alone: true, say: () => {} },
})
await bringUpToDate(database)
const city = await serveCity(database.urls, { now: journeyNow, withPast: true })
const browser = await launchBrowser()
try {
  for (const file of await takePictures(browser, city.url, target)) {
    const { size } = await stat(file)
    console.log(`${(size / 1024).toFixed(0).padStart(4)} KB  ${file}`)
  }
} finally {
  await browser.close()
  await city.stop()
  await database.close()
  await rm(data, { recursive: true, force: true })
}
