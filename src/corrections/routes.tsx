import { forEveryone, forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { letWaitAgain } from '../neighbours/index.ts'
import type { EngineInside } from '../platform/machine-translation/translation-engine.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { understandOnPage } from '../understanding/index.ts'
import { entryOf } from './correction.ts'
import { correctionForm, oneForm } from './forms.ts'
import { ListPage } from './pages/list-page.tsx'
import { SendPage } from './pages/send-page.tsx'
import { paths } from './paths.ts'
import { listCorrections, readEntry } from './read-corrections.ts'
import { sendCorrection } from './send-correction.ts'
import { settleCorrection } from './settle-correction.ts'

const forTeam = forRoles('centre-lead')
const maySendOften = sharedRateLimit({ name: 'correction', times: 10, seconds: 600 })

// For as long as a note hangs. Whose network it was is kept as a hash, as for every limit.
const whileItHangs = { times: 1, seconds: 30 * 24 * 60 * 60 }
const isNewFromThere = sharedRateLimit({ name: 'wrong-note-from', ...whileItHangs })
const isFirst = sharedRateLimit({ name: 'wrong-note', ...whileItHangs })

/** One alone could take down what she does not like; two in different networks seldom agree to. */
const isSaidByASecond = async (c: Page, noteId: string) =>
  (await isNewFromThere(c, `${noteId} ${clientAddress(c)}`)) && !(await isFirst(c, noteId))

/** Saying what is wrong on a page, for everybody; mending it, for the team of the centre. */
export const correctionsRoutes = (routes: PageRoutes, engine: EngineInside | undefined) => {
  routes.get('/wrong', forEveryone, c => showForm(c, c.req.query('page') ?? ''))

  routes.post('/wrong', forEveryone, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, correctionForm)
    if (!parsed.ok) return showForm(c, textOf(form, 'page') ?? '', form, parsed.problems)
    const { page, ...correction } = parsed.value
    if (!(await maySendOften(c, clientAddress(c)))) return showForm(c, page, form, { form: 'too-often' })

    const { title, ...centre } = await readEntry(c.var.context, page)
    await sendCorrection(c.var.atDesk(centre), centre, { ...correction, page, title })
    const entry = entryOf(page)
    if (entry?.kind === 'notes' && (await isSaidByASecond(c, entry.name))) {
      await letWaitAgain(c.var.atDesk(centre), centre, entry.name)
      // The note has no page any more that one could come back to.
      return c.redirect(`/${c.var.wording.language}${page.slice(0, page.lastIndexOf('/'))}`, 303)
    }
    return c.redirect(paths.thanks(c.var.wording.language, page), 303)
  })

  const mayAsk = engine !== undefined

  routes.get('/staff/corrections', forTeam, async c =>
    showList(c, { mayAsk, corrections: await listCorrections(c.var.context) }),
  )

  routes.post('/staff/corrections/understand', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), oneForm)
    const corrections = await listCorrections(c.var.context)
    const asked = orNotFound(corrections.find(({ id }) => parsed.ok && id === parsed.value.id))
    const { id, providerId, words } = asked
    const said = await understandOnPage(c, engine, { kind: 'correction', id, providerId, texts: [words] })
    return showList(c, { mayAsk, corrections, understood: { id, said } })
  })

  routes.post('/staff/corrections/settle', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), oneForm)
    if (parsed.ok) await settleCorrection(c.var.context, parsed.value.id)
    const list = paths.list(c.var.wording.language)
    return c.redirect(parsed.ok ? `${list}?news=settled` : list, 303)
  })
}

const showList = (c: Page, list: Omit<Parameters<typeof ListPage>[0], 'isSettled' | 'wording'>) => {
  const { wording } = c.var
  const isSettled = oneOf(['settled'], c.req.query('news')) === 'settled'
  return c.render(<ListPage {...{ ...list, isSettled, wording }} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('corrections.list') },
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
