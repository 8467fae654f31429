import { endOfTodayIn, forEveryone, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { forEver, mediaSender } from '../platform/web/media.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { easyGerman } from '../platform/wording/wording.ts'
import { ExplainedPage } from './pages/explained-page.tsx'
import { paths } from './paths.ts'
import { findCaptions, findFilm, findPartOfFilm } from './store.ts'

export const explainedRoutes = (routes: PageRoutes) => {
  const send = mediaSender()

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
    const { mark, size } = orNotFound(await findFilm(context))
    if (c.req.query('v') !== mark) return c.redirect(paths.film(context.language, mark))
    return send(c, {
      ...{ type: 'video/mp4', size, keptFor: 'ever' },
      read: async part => orNotFound(await findPartOfFilm(context, mark, part)),
    })
  })

  routes.get('/explained/sign-language.vtt', forEveryone, async c => {
    const { context } = c.var
    const { mark, captions } = orNotFound(await findCaptions(context))
    if (c.req.query('v') !== mark) return c.redirect(paths.captions(context.language, mark))
    return c.body(captions, 200, { ...forEver, 'content-type': 'text/vtt; charset=utf-8' })
  })
}
