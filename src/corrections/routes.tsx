import { forEveryone, forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { correctionForm, settleForm } from './forms.ts'
import { ListPage } from './pages/list-page.tsx'
import { SendPage } from './pages/send-page.tsx'
import { paths } from './paths.ts'
import { listCorrections, readEntry } from './read-corrections.ts'
import { sendCorrection } from './send-correction.ts'
import { settleCorrection } from './settle-correction.ts'

const forTeam = forRoles('centre-lead')
const maySendOften = sharedRateLimit({ name: 'correction', times: 10, seconds: 600 })

/** Saying what is wrong on a page, for everybody; mending it, for the team of the centre. */
export const correctionsRoutes = (routes: PageRoutes) => {
  routes.get('/wrong', forEveryone, c => showForm(c, c.req.query('page') ?? ''))

  routes.post('/wrong', forEveryone, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, correctionForm)
    if (!parsed.ok) return showForm(c, textOf(form, 'page') ?? '', form, parsed.problems)
    const { page, ...correction } = parsed.value
    if (!(await maySendOften(c, clientAddress(c)))) return showForm(c, page, form, { form: 'too-often' })

    const { title, ...centre } = await readEntry(c.var.context, page)
    await sendCorrection(c.var.atDesk(centre), centre, { ...correction, page, title })
    return c.redirect(paths.thanks(c.var.wording.language, page), 303)
  })

  routes.get('/staff/corrections', forTeam, async c => {
    const { context, wording } = c.var
    const corrections = await listCorrections(context)
    const isSettled = oneOf(['settled'], c.req.query('news')) === 'settled'
    return c.render(<ListPage {...{ corrections, isSettled, wording }} />, {
      ...{ frame: 'staff', current: 'programme', title: wording.t('corrections.list') },
    })
  })

  routes.post('/staff/corrections/settle', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), settleForm)
    if (parsed.ok) await settleCorrection(c.var.context, parsed.value.id)
    const list = paths.list(c.var.wording.language)
    return c.redirect(parsed.ok ? `${list}?news=settled` : list, 303)
  })
}

const showForm = async (
  c: Page,
  page: string,
  form = new FormData(),
  problems: Parameters<typeof SendPage>[0]['problems'] = {},
) => {
  const { context, wording } = c.var
  const { title } = await readEntry(context, page)
  if (Object.keys(problems).length > 0) c.status(problems.form === 'too-often' ? 429 : 422)
  return showPrivately(
    c,
    <SendPage
      {...{ page, title, problems, wording, values: valuesOf(form) }}
      isSent={c.req.query('news') === 'sent'}
      renderingKey={textOf(form, 'renderingKey') ?? newSecret()}
    />,
    { title: wording.t('corrections.title') },
  )
}
