// npm run bench: measures what docs/performance.md promises, each against its counterpart in the same run.
// With words it measures only those: npm run bench -- pages rush
import { measureDates } from './dates.ts'
import { measureFeed } from './feed.ts'
import { measureFirstView } from './first-view.ts'
import { measureImport } from './import.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureMail } from './mail.ts'
import { measureColdPage, measureWarmPage } from './pages.ts'
import { measurePrint } from './print.ts'
import { inWords, report } from './report.ts'
import type { Result } from './result.ts'
import { measureRush } from './rush.ts'
import { withFolder, withProduct } from './scratch.ts'
import { measureSearch } from './search.ts'
import { measureEmbed, measureMemory, measureStart } from './start.ts'

const pieces: Record<string, () => Promise<Result[]>> = {
  pages: () =>
    withFolder(folder =>
      withProduct(folder, async product => [
        await measureWarmPage(product),
        await measureColdPage(product, folder),
        await measureFeed(product),
      ]),
    ),
  rush: measureRush,
  mail: measureMail,
  search: () => withFolder(async folder => [await measureImport(folder), await measureSearch(folder)]),
  dates: measureDates,
  lighthouse: () => withFolder(folder => withProduct(folder, measureLighthouse)),
  print: () => withFolder(folder => withProduct(folder, measurePrint)),
  start: () =>
    withFolder(async folder => {
      await withProduct(folder, async () => {})
      const start = await measureStart(folder)
      const running = await withProduct(folder, async product => [
        ...(await measureMemory(product)),
        await measureFirstView(product),
        await measureEmbed(product),
      ])
      return [start, ...running]
    }),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in pieces))
if (unknown.length > 0)
  throw new Error(`There are ${Object.keys(pieces).join(', ')}; not ${unknown.join(', ')}`)

const results: Result[] = []
for (const [name, measure] of Object.entries(pieces)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const result of await measure()) {
    results.push(result)
    console.log(inWords(result))
  }
}
if (wanted.length === 0) await report(results)
if (results.some(({ isMet }) => !isMet)) process.exitCode = 1
