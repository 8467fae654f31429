import { load } from 'cheerio'
import { newSecret } from '../../src/platform/web/keys.ts'
import type { webForTest } from './web.ts'

const filledIn = {
  ...{ called: 'Amina', adults: '1', phone: '' },
  ...{ 'childName[]': 'Mila', 'childMonth[]': '3', 'childYear[]': '2024' },
}

/** What families do by their telephones: they register by the form, and open pages. */
export const familiesAt = (web: Pick<ReturnType<typeof webForTest>, 'get' | 'post'>) => {
  const page = async (path: string) => opened(await web.get(path))
  const send = async (path: string, fields: Record<string, string>) => opened(await web.post(path, fields))

  /** A family registers; the link of its page and the code on it. */
  const registers = async (
    { intakeId }: { intakeId?: string },
    { language = 'de', ...fields }: Record<string, string> = {},
  ) => {
    const renderingKey = newSecret()
    const email = `${renderingKey}@example.org`
    const form = { ...filledIn, email, renderingKey, ...fields }
    const { headers } = await web.post(`/${language}/join/${intakeId}`, form)
    const address = headers.get('location') ?? ''
    const { $ } = await page(address)
    return { link: address.replace(/^.*\/my\/|\?.*$/g, ''), code: $('.big-code').text().trim() }
  }

  return { registers, page, send }
}

const opened = async (response: Response) => {
  const html = await response.text()
  return { status: response.status, html, $: load(html) }
}
