import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { correctAmount, findAmount } from './correct-amount.ts'
import { correctDecision, findDecision } from './correct-decision.ts'
import { amountForm, decisionForm } from './forms.ts'
import { AmountPage, type AmountView } from './pages/amount-page.tsx'
import { DecisionPage, type DecisionView } from './pages/decision-page.tsx'
import { StaffMoneyPage } from './pages/staff-money-page.tsx'
import { paths } from './paths.ts'
import { readMoney } from './store/published-money.ts'

const forTheCity = forRoles('city-office')

/** The city office corrects what stands on the public page about money. */
export const fundingStaffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/money', forTheCity, async c => {
    const { context, wording } = c.var
    const money = await readMoney(context)
    const isCorrected = c.req.query('done') === 'corrected'
    return c.render(<StaffMoneyPage {...{ money, wording, isCorrected }} />, {
      ...{ title: wording.t('funding.staff.title'), frame: 'staff', current: 'money' },
    })
  })

  routes.get('/staff/money/amounts/:centreId/:year', forTheCity, c => showAmount(c, {}))

  routes.post('/staff/money/amounts/:centreId/:year', forTheCity, async c => {
    const { centreId, year } = amountIn(c)
    const typed = parseForm(await c.req.formData(), amountForm)
    if (!typed.ok) return showAmount(c, typed, 422)

    const { outcome } = await correctAmount(c.var.context, { centreId, year, ...typed.value })
    return outcome === 'closed' ? showAmount(c, {}, 409) : backToTheList(c)
  })

  routes.get('/staff/money/decisions/:id', forTheCity, c => showDecision(c, {}))

  routes.post('/staff/money/decisions/:id', forTheCity, async c => {
    const id = idFrom(c.req.param('id'))
    const typed = parseForm(await c.req.formData(), decisionForm)
    if (!typed.ok) return showDecision(c, typed, 422)

    const { title, wording, effect, ...decision } = typed.value
    const { language } = (await findDecision(c.var.context, id)).text
    await correctDecision(c.var.context, id, { ...decision, text: { language, title, wording, effect } })
    return backToTheList(c)
  })
}

const backToTheList = (c: Page) => c.redirect(`${paths.staff(c.var.wording.language)}?done=corrected`, 303)

const amountIn = (c: Page) => {
  const year = c.req.param('year') ?? ''
  if (!/^\d{4}$/.test(year)) throw new NotFound()
  return { centreId: idFrom(c.req.param('centreId')), year: Number(year) }
}

const showAmount = async (
  c: Page,
  { problems, values }: Pick<AmountView, 'problems' | 'values'>,
  status: 200 | 409 | 422 = 200,
) => {
  const { context, wording } = c.var
  const { centreId, year } = amountIn(c)
  const amount = await findAmount(context, centreId, year)
  const action = paths.amount(wording.language, centreId, year)
  c.status(status)
  return c.render(<AmountPage {...{ wording, action, amount, problems, values }} />, {
    ...{ frame: 'staff', current: 'money' },
    title: wording.t('funding.staff.amountTitle', { centre: amount.centre, year }),
  })
}

const showDecision = async (
  c: Page,
  { problems, values }: Pick<DecisionView, 'problems' | 'values'>,
  status: 200 | 422 = 200,
) => {
  const { context, wording } = c.var
  const decision = await findDecision(context, idFrom(c.req.param('id')))
  const action = paths.decision(wording.language, decision.id)
  c.status(status)
  return c.render(<DecisionPage {...{ wording, action, decision, problems, values }} />, {
    ...{ frame: 'staff', current: 'money', title: wording.t('funding.staff.decisionTitle') },
  })
}
