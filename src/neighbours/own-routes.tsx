import { listCentres } from '../centres/index.ts'
import { type CodeFault, readCode, showCodePage, toTakenBack } from '../codes/index.ts'
import { forEveryone, nobodysDesk, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { codeOf } from '../platform/web/keys.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { type Own, openByCode, openByLink, takeBackByCode, takeBackByLink } from './own.ts'
import { OwnPage } from './pages/own-page.tsx'
import { paths } from './paths.ts'

// Codes can be typed, so nobody may try many.
const mayTryCodes = sharedRateLimit({ name: 'note-code', times: 10, seconds: 600 })

/** What somebody hung up, or is interested in, found again by the link or the code, and taken back. */
export const ownRoutes = (routes: PageRoutes) => {
  routes.get('/neighbours/code', forEveryone, c => showCode(c))

  routes.post('/neighbours/code', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const own = await openByCode(c.var.atDesk(nobodysDesk), reading.code)
    return own
      ? showOwn(c, own, { code: reading.code })
      : showCode(c, { problem: 'code', typed: reading.code })
  })

  routes.post('/neighbours/code/take-back', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const wasThere = await takeBackByCode(c.var.atDesk(nobodysDesk), reading.code)
    return wasThere ? toldGone(c) : showCode(c, { problem: 'code', typed: reading.code })
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

const toldGone = (c: Page) => toTakenBack(c, paths.byCode(c.var.wording.language))

const showOwn = async (c: Page, own: Own, opened: { link: string; code: string } | { code: string }) => {
  const { context, wording } = c.var
  const { centreId } = 'note' in own ? own.note : own.interest
  const centre = (await listCentres(context)).find(({ id }) => id === centreId)
  return showPrivately(c, <OwnPage {...{ own, centre, opened, wording }} today={todayIn(context)} />, {
    title: wording.t('neighbours.code.title'),
  })
}

const showCode = (c: Page, fault?: CodeFault) => {
  const { t, language } = c.var.wording
  const [title, takenBack] = [t('neighbours.code.title'), t('neighbours.own.gone')]
  return showCodePage(c, { title, takenBack, action: paths.byCode(language) }, fault)
}
