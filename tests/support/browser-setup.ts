import chromium from '@sparticuz/chromium'

/** Unpacks the browser before the first journey: two files at once would start it while the other still writes it. */
export default async () => {
  await chromium.executablePath()
}
