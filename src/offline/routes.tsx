import { endOfTodayIn, forEveryone, type Page, type PageRoutes } from '../identity/index.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { drawIcon } from './app-icon.ts'
import { manifestOf } from './manifest.ts'
import { CancelLaterPage } from './pages/cancel-later-page.tsx'
import { NoNetworkPage } from './pages/no-network-page.tsx'
import { SentLaterPage } from './pages/sent-later-page.tsx'
import { iconSizes } from './paths.ts'

export const offlineRoutes = (routes: PageRoutes) => {
  routes.get('/app.webmanifest', forEveryone, c => {
    keepForToday(c)
    return c.body(JSON.stringify(manifestOf(c.var.context)), 200, {
      'content-type': 'application/manifest+json; charset=utf-8',
    })
  })

  for (const size of iconSizes)
    routes.get(`/icon-${size}.png`, forEveryone, async c => {
      keepForToday(c)
      const icon = await drawIcon(c.var.context.city.colour, size)
      return c.body(new Uint8Array(icon), 200, {
        ...{ 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable' },
      })
    })

  routes.get('/offline', forEveryone, c => {
    const { wording } = c.var
    return c.render(<NoNetworkPage wording={wording} />, {
      ...{ title: wording.t('offline.title'), isPrivate: true },
    })
  })

  routes.get('/offline/cancel', forEveryone, c => {
    const { wording } = c.var
    const title = wording.t('registration.cancel.title')
    return showPrivately(c, <CancelLaterPage wording={wording} />, { title })
  })

  routes.get('/offline/sent-later', forEveryone, c => {
    const { wording } = c.var
    const title = wording.t('offline.sentLater.title')
    return showPrivately(c, <SentLaterPage wording={wording} />, { title, scripts: ['works-offline.js'] })
  })
}

/** Changes with the city alone; asked for again with the next day. */
const keepForToday = (c: Page) => tellFreshUntil(c, endOfTodayIn(c.var.context))
