import { forEveryone, forRoles, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { textOf } from '../platform/web/form.ts'
import { showPortrait, takePortraitDown } from './introduce.ts'
import { backTo, showIntroduction } from './introduction-routes.tsx'
import { ledCentre } from './led-centres.ts'
import { isMark, portraitFrom } from './portrait.ts'
import { findPortrait } from './store/portraits.ts'

const forLeads = forRoles('centre-lead')

/** The picture of a lead: sent, taken down, and shown to everybody. */
export const portraitRoutes = (routes: PageRoutes) => {
  routes.post('/staff/introduction/picture', forLeads, async c => {
    const form = await c.req.formData()
    const { centre } = await ledCentre(c.var.context, textOf(form, 'centre'))
    const sent = form.get('picture')
    const portrait = sent instanceof File ? await portraitFrom(await sent.bytes()) : undefined
    if (!portrait) return showIntroduction(c, centre.slug, {}, { picture: 'not-a-picture' })
    await showPortrait(c.var.context, centre, portrait)
    return backTo(c, centre.slug, 'picture-shown')
  })

  routes.post('/staff/introduction/picture/take-down', forLeads, async c => {
    const { centre } = await ledCentre(c.var.context, textOf(await c.req.formData(), 'centre'))
    await takePortraitDown(c.var.context, centre)
    return backTo(c, centre.slug, 'picture-taken-down')
  })

  routes.get('/portraits/:mark', forEveryone, async c => {
    const mark = c.req.param('mark')
    const bytes = orNotFound(isMark(mark) ? await findPortrait(c.var.context, mark) : undefined)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'image/jpeg',
      // Whoever takes hers down is gone from other people's telephones within a day.
      'cache-control': 'public, max-age=86400',
    })
  })
}
