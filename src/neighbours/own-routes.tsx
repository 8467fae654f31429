import { listCentres } from '../centres/index.ts'
import { type CodeFault, readCode, statusOfFault } from '../codes/index.ts'
import { forEveryone, nobodysDesk, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { codeOf } from '../platform/web/keys.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { type Own, openByCode, openByLink, takeBackByCode, takeBackByLink } from './own.ts'
import { CodePage } from './pages/code-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { paths } from './paths.ts'

// Codes can be typed, so nobody may try many.
const mayTryCodes = sharedRateLimit({ name: 'note-code', times: 10, seconds: 600 })

/** What somebody hung up, or is interested in, found again by the link or the code, and taken back. */
export const ownRoutes = (routes: PageRoutes) => {
  routes.get('/neighbours/code', forEveryone, c => showCodePage(c))

  routes.post('/neighbours/code', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCodePage(c, reading)
    const own = await openByCode(c.var.atDesk(nobodysDesk), reading.code)
    return own
      ? showOwn(c, own, { code: reading.code })
      : showCodePage(c, { problem: 'code', typed: reading.code })
  })

  routes.post('/neighbours/code/take-back', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCodePage(c, reading)
    const wasThere = await takeBackByCode(c.var.atDesk(nobodysDesk), reading.code)
    return wasThere ? toldGone(c) : showCodePage(c, { problem: 'code', typed: reading.code })
  })

  routes.get('/neighbours/own/:link', forEveryone, async c => {
    const link = c.req.param('link')
    return showOwn(c, await openByLink(c.var.atDesk(nobodysDesk), link), { link, code: codeOf(link) })
  })

  routes.post('/neighbours/own/:link/take-back', forEveryone, async c => {
    await takeBackByLink(c.var.atDesk(nobodysDesk), c.req.param('link'))
    return toldGone(c)
  })
}

const toldGone = (c: Page) => c.redirect(`${paths.byCode(c.var.wording.language)}?gone=yes`, 303)

const showOwn = async (c: Page, own: Own, opened: { link: string; code: string } | { code: string }) => {
  const { context, wording } = c.var
  const { centreId } = 'note' in own ? own.note : own.interest
  const centre = (await listCentres(context)).find(({ id }) => id === centreId)
  return show(c, <OwnPage {...{ own, centre, opened, wording }} today={todayIn(context)} />)
}

const showCodePage = (c: Page, fault?: CodeFault) => {
  const { wording } = c.var
  if (fault) c.status(statusOfFault(fault))
  const isGone = c.req.query('gone') === 'yes'
  return show(c, <CodePage {...{ fault, isGone, wording }} />)
}

const show = (c: Page, content: Parameters<Page['render']>[0]) => {
  c.header('cache-control', 'no-store')
  return c.render(content, { title: c.var.wording.t('neighbours.code.title'), isPrivate: true })
}
