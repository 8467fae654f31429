import { keepParts } from './kept-pages.ts'

/** What is shown without a network; each is an address of src/offline. */
const longest = 7 * 24 * 3600 * 1000

const sparePages = ['offline', 'offline/cancel', 'offline/sent-later'] as const
type SparePage = (typeof sparePages)[number]

export const languageOf = (address: string) => new URL(address).pathname.split('/')[1] ?? ''

/** Fetches the spare pages of a language anew, so that they are there and of today when the network is gone. */
export const keepSparePages = async (language: string) => {
  const kept = await caches.open('spare-pages')
  for (const name of sparePages) {
    const page = await fetch(`/${language}/${name}`)
    if (!page.ok) continue
    await keepParts(await page.clone().text())
    await kept.put(`/${language}/${name}`, page)
  }
}

/** Whether they are there, and no older than a week: their words and looks change with the product. */
export const hasSparePages = async (language: string, now: number) => {
  const kept = await (await caches.open('spare-pages')).match(`/${language}/${sparePages.at(-1)}`)
  return kept !== undefined && now - Date.parse(kept.headers.get('date') ?? '') < longest
}

/** A spare page; where this language has none, the browser says itself that there is no network. */
export const sparePage = async (
  language: string,
  name: SparePage,
  fill: (html: string) => string = as => as,
) => {
  const page = await (await caches.open('spare-pages')).match(`/${language}/${name}`)
  return page ? withText(page, fill(await page.text())) : Response.error()
}

/** A page that was kept, saying above all else that there is no network and from when it is. */
export const asCopy = async (language: string, page: Response, keptAt: number) => {
  const spare = await (await sparePage(language, 'offline')).text()
  const [, note = ''] = /<template id="copy">(.*?)<\/template>/s.exec(spare) ?? []
  const html = await page.text()
  const said = note.replace('{when}', whenInWords(html, keptAt))
  return withText(
    page,
    html.replace(/<main\b[^>]*>/, main => main + said),
  )
}

const whenInWords = (html: string, keptAt: number) => {
  const [, tag = 'de'] = /<html lang="([\w-]+)"/.exec(html) ?? []
  return new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, {
    ...{ weekday: 'long', day: 'numeric', month: 'long' },
    ...{ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
  }).format(keptAt)
}

const withText = ({ headers }: Response, text: string) => new Response(text, { headers })
