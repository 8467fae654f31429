import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { textOf } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { directionOf } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { ManagedOffer } from '../store/offers.ts'
import { makeInvite, openGroup, readClosedGroup, takeBackInvite } from './closed-group.ts'
import { ClosedGroupPage, InviteMadePage, newsOfClosing } from './pages/closed-group-page.tsx'

/** Where a lead closes a group, and invites to it by a link. */
export const closedGroupRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/invitation', forLeads, async c => {
    const group = await readClosedGroup(c.var.context, slugOf(c))
    const news = oneOf(newsOfClosing, c.req.query('news'))
    return c.render(<ClosedGroupPage {...{ group, news, wording: c.var.wording }} />, headOf(c, group))
  })

  routes.post('/staff/programme/:slug/invitation', forLeads, async c => {
    const { context, wording, origin } = c.var
    const { group, invite } = await makeInvite(context, slugOf(c))
    const address = origin + paths.invited(wording.language, invite)
    c.header('cache-control', 'no-store')
    return c.render(<InviteMadePage {...{ group, address, wording }} />, headOf(c, group))
  })

  routes.post('/staff/programme/:slug/invitation/end', forLeads, async c => {
    const slug = slugOf(c)
    const opens = textOf(await c.req.formData(), 'do') === 'open'
    await (opens ? openGroup : takeBackInvite)(c.var.context, slug)
    const news = opens ? 'opened' : 'taken-back'
    return c.redirect(`${paths.closedGroup(c.var.wording.language, slug)}?news=${news}`, 303)
  })
}

const slugOf = (c: Page) => slugFrom(c.req.param('slug'))

const headOf = (c: Page, { title, titleLanguage }: ManagedOffer) => ({
  ...{ frame: 'staff' as const, current: 'programme' },
  title: c.var.wording.t('registration.closedGroup.title'),
  subline: (
    <bdi lang={titleLanguage} dir={directionOf(titleLanguage)}>
      {title}
    </bdi>
  ),
})
