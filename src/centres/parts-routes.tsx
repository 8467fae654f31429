import * as v from 'valibot'
import { forRoles, type PageRoutes } from '../identity/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { listOwnParts, switchPart } from './choose-parts.ts'
import { PartsPage } from './pages/parts-page.tsx'
import { isOptional, optionalParts } from './parts.ts'
import { paths } from './paths.ts'

const forLeads = forRoles('centre-lead')

const switchForm = v.object({
  part: v.picklist(optionalParts, 'unreadable'),
  on: v.picklist(['yes', 'no'], 'unreadable'),
})

/** "What do we use?": a lead switches parts on and off for her centre. */
export const partsRoutes = (routes: PageRoutes) => {
  routes.get('/staff/parts', forLeads, async c => {
    const { context, wording } = c.var
    const { part, done } = c.req.query()
    const news = part && isOptional(part) && done ? { part, isOn: done === 'on' } : undefined
    return c.render(<PartsPage {...{ wording, centres: await listOwnParts(context), news }} />, {
      ...{ title: wording.t('centres.parts.title'), frame: 'staff', current: 'parts' },
    })
  })

  routes.post('/staff/parts/:centreId', forLeads, async c => {
    const typed = parseForm(await c.req.formData(), switchForm)
    // Only buttons of ours send this form; whatever else comes is about nothing that exists.
    if (!typed.ok) throw new NotFound()

    const { part, on } = typed.value
    await switchPart(c.var.context, { centreId: idFrom(c.req.param('centreId')), part, isOn: on === 'yes' })
    const done = on === 'yes' ? 'on' : 'off'
    return c.redirect(`${paths.parts(c.var.wording.language)}?${new URLSearchParams({ part, done })}`, 303)
  })
}
