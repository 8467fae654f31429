import { forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { parseForm } from '../platform/web/form.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { deskOfLink, paths as registrationPaths, showRegistration } from '../registration/index.ts'
import { chooseLevel } from './choose-level.ts'
import { levelForm } from './forms.ts'
import { MyFeePage } from './pages/my-fee-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { readPayer } from './read-fees.ts'
import { feesStaffRoutes } from './staff-routes.tsx'

/** What a family pays, at its personal address; and the cash box of a centre. */
export const feesRoutes = (routes: PageRoutes) => {
  routes.get('/my/:link/fee', forEveryone, c => showMyFee(c))

  routes.post('/my/:link/fee', forEveryone, async c => {
    const { desk, registrationId, address } = await atLink(c)
    const parsed = parseForm(await c.req.formData(), levelForm)
    if (!parsed.ok) return showMyFee(c, 'level')
    const { outcome } = await chooseLevel(desk, registrationId, parsed.value.level)
    return outcome === 'chosen' ? c.redirect(`${address}?news=kept`, 303) : showMyFee(c, 'level')
  })

  feesStaffRoutes(routes)
}

const atLink = async (c: Page) => {
  const link = c.req.param('link') ?? ''
  const found = orNotFound(await deskOfLink(c.var.atDesk(nobodysDesk), link))
  const { language } = c.var.wording
  return {
    ...{ desk: c.var.atDesk(found), registrationId: found.registrationId },
    ...{ address: paths.myFee(language, link), back: registrationPaths.manage(language, link) },
  }
}

const showMyFee = async (c: Page, problem?: string) => {
  const { wording } = c.var
  const { desk, registrationId, address, back } = await atLink(c)
  const payer = orNotFound(await readPayer(desk, registrationId))
  const view = await showRegistration(desk, registrationId)
  if (problem) c.status(422)
  const { level: error } = sentencesFor(problem ? { level: problem } : {}, wording)
  const isNew = c.req.query('news') === 'kept'
  return showPrivately(c, <MyFeePage {...{ view, payer, back, address, isNew, error, wording }} />, {
    title: wording.t('fees.mine.title'),
  })
}
