import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { directionOf } from '../platform/wording/wording.ts'
import { carersNeeded } from './care.ts'
import { decideCare } from './decide-care.ts'
import { careForm, certificateForm } from './forms.ts'
import { forgetCertificate, noteCertificate } from './note-certificate.ts'
import { CarePage } from './pages/care-page.tsx'
import type { Typed } from './pages/said.ts'
import { paths } from './paths.ts'
import { readCare } from './read-care.ts'

const forLeads = forRoles('centre-lead')
const news = ['decided', 'noted', 'taken-out', 'decide-first'] as const

/** Where a lead decides what an offer for children without their parents needs. */
export const careRoutes = (routes: PageRoutes) => {
  routes.get('/staff/programme/:slug/care', forLeads, c => showCare(c))

  routes.post('/staff/programme/:slug/care', forLeads, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, careForm)
    if (!typed.ok) return showCare(c, { form: 'care', values: typed.values, problems: typed.problems })
    const { outcome } = await decideCare(c.var.context, slugOf(c), typed.value)
    if (outcome === 'in-future')
      return showCare(c, { form: 'care', values: valuesOf(form), problems: { decidedOn: outcome } })
    return back(c, 'decided')
  })

  routes.post('/staff/programme/:slug/certificates', forLeads, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, certificateForm)
    if (!typed.ok) return showCare(c, { form: 'certificate', values: typed.values, problems: typed.problems })
    const { outcome } = await noteCertificate(c.var.context, slugOf(c), typed.value)
    if (outcome === 'in-future')
      return showCare(c, { form: 'certificate', values: valuesOf(form), problems: { seenOn: outcome } })
    return back(c, 'noted')
  })

  routes.post('/staff/programme/:slug/certificates/:id/remove', forLeads, async c => {
    await forgetCertificate(c.var.context, slugOf(c), idFrom(c.req.param('id')))
    return back(c, 'taken-out')
  })
}

const showCare = async (c: Page, typed?: Typed) => {
  const { context, wording } = c.var
  const care = await readCare(context, slugOf(c))
  const { offer, decision } = care
  const children = decision?.children ?? (offer.counts === 'child' ? offer.places : null)
  const decided: FormValues = {
    ...{ permit: decision?.permit ?? '', decidedOn: String(decision?.decidedOn ?? todayIn(context)) },
    children: String(children ?? ''),
    carers: String(decision?.carers ?? (children ? carersNeeded(children, offer.ageFrom) : '')),
  }
  if (typed) c.status(422)
  return c.render(
    <CarePage
      {...care}
      {...{ wording, decided, typed }}
      today={todayIn(context)}
      news={typed ? undefined : oneOf(news, c.req.query('news'))}
    />,
    {
      ...{ frame: 'staff', current: 'programme', title: wording.t('care.title') },
      subline: (
        <bdi lang={offer.titleLanguage} dir={directionOf(offer.titleLanguage)}>
          {offer.title}
        </bdi>
      ),
    },
  )
}

const slugOf = (c: Page) => slugFrom(c.req.param('slug'))

const back = (c: Page, done: (typeof news)[number]) =>
  c.redirect(`${paths.care(c.var.context.language, slugOf(c))}?news=${done}`, 303)
