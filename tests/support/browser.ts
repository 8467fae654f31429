import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'

export const phone = { width: 360, height: 640 }
export const desk = { width: 1280, height: 800 }

/**
 * The Chromium that comes from npm, with fonts that come from npm. Its own start options are left out: one of them
 * keeps everything in a single process, which ends with the first page that is closed.
 */
export const launchBrowser = async ({ debuggingPort }: { debuggingPort?: number } = {}) => {
  process.env.FONTCONFIG_FILE = fontsOfOurOwn()
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
    ],
  })
  const open = async (options: BrowserContextOptions = {}) => {
    // The worker that keeps pages for a phone without a network has a journey of its own.
    const context = await browser.newContext({
      ...{ viewport: phone, locale: 'de-DE', serviceWorkers: 'block' },
      ...options,
    })
    context.setDefaultTimeout(15_000)
    return context.newPage()
  }
  return { open, close: () => browser.close() }
}

/** Every page that is opened from now on brings axe along, which costs a third of sending it to each. */
export const carryAxe = (page: Page) => page.addInitScript(axeSource)

/**
 * Everything axe finds on a page, in one line each; an empty list is a page without findings. Contrast takes it as long
 * as all other rules together.
 */
export const accessibilityFindings = async (page: Page, { withContrast = true } = {}) => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(enabled => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Finding[] }> }
    }
    return axe
      .run({
        resultTypes: ['violations'],
        rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled } },
      })
      .then(result => result.violations)
  }, withContrast)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

type Finding = { id: string; nodes: { target: string[] }[] }

const require = createRequire(import.meta.url)
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const fontsOfOurOwn = () => {
  const folders = ['', '-arabic', '-ethiopic'].map(script =>
    dirname(require.resolve(`@expo-google-fonts/noto-sans${script}/package.json`)),
  )
  const cache = mkdtempSync(join(tmpdir(), 'kieznetz-fonts-'))
  const file = join(cache, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
      .map(folder => `<dir>${folder}</dir>`)
      .join('')}<cachedir>${cache}</cachedir></fontconfig>`,
  )
  return file
}
