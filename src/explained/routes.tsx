import { endOfTodayIn, forEveryone, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { easyGerman } from '../platform/wording/wording.ts'
import { byteRangeOf } from './byte-range.ts'
import { ExplainedPage } from './pages/explained-page.tsx'
import { findCaptions, findFilm, findPartOfFilm } from './store.ts'

const forEver = { 'cache-control': 'public, max-age=31536000, immutable' }

export const explainedRoutes = (routes: PageRoutes) => {
  routes.get('/explained', forEveryone, async c => {
    const { context, wording } = c.var
    const film = await findFilm(context)
    tellFreshUntil(c, endOfTodayIn(context))
    const hasEasyGerman = context.city.languages.includes(easyGerman)
    return c.render(<ExplainedPage {...{ wording, film, hasEasyGerman }} />, {
      ...{ title: wording.t('explained.title'), description: wording.t('explained.lead') },
    })
  })

  routes.get('/explained/sign-language.mp4', forEveryone, async c => {
    const { context } = c.var
    const { size } = orNotFound(await findFilm(context))
    const range = byteRangeOf(c.req.header('range'), size)
    if (!range) return c.body(null, 416, { 'content-range': `bytes */${size}` })
    const { first, last } = range === 'all' ? { first: 0, last: size - 1 } : range
    const part = orNotFound(await findPartOfFilm(context, { first, last }))
    return c.body(new Uint8Array(part), range === 'all' ? 200 : 206, {
      ...{ ...forEver, 'content-type': 'video/mp4', 'accept-ranges': 'bytes' },
      ...(range !== 'all' && { 'content-range': `bytes ${first}-${last}/${size}` }),
    })
  })

  routes.get('/explained/sign-language.vtt', forEveryone, async c => {
    const captions = orNotFound(await findCaptions(c.var.context))
    return c.body(captions, 200, { ...forEver, 'content-type': 'text/vtt; charset=utf-8' })
  })
}
