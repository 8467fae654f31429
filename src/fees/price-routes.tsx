import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { priceForm } from './forms.ts'
import { PricesPage } from './pages/prices-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { readBox } from './read-fees.ts'
import { setReducedPrice } from './set-reduced-price.ts'

const forLeads = forRoles('centre-lead')

/** The lesser prices of a centre. */
export const priceRoutes = (routes: PageRoutes) => {
  routes.get('/staff/fees/:centre/prices', forLeads, c => showPrices(c))

  routes.post('/staff/fees/:centre/prices', forLeads, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, priceForm)
    const again = (problems: FormProblems) =>
      showPrices(c, { offerId: textOf(form, 'offer') ?? '', typed: valuesOf(form), problems })
    if (!parsed.ok) return again(parsed.problems)
    const { offer, reduced } = parsed.value
    const { outcome } = await setReducedPrice(c.var.context, offer, reduced)
    if (outcome === 'not-less') return again({ reduced: outcome })
    const address = paths.prices(c.var.wording.language, slugFrom(c.req.param('centre')))
    return c.redirect(`${address}?news=set`, 303)
  })
}

const showPrices = async (c: Page, sent?: { offerId: string; typed: FormValues; problems: FormProblems }) => {
  const { context, wording } = c.var
  const box = await readBox(context, slugFrom(c.req.param('centre')))
  if (sent) c.status(422)
  const said = sent && { ...sent, errors: sentencesFor(sent.problems, wording) }
  const isNew = c.req.query('news') === 'set'
  return c.render(<PricesPage {...{ box, isNew, sent: said, wording }} />, {
    ...{ frame: 'staff', current: 'fees', title: wording.t('fees.prices.title') },
  })
}
