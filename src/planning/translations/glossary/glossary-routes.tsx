import * as v from 'valibot'
import { forRoles, type Page, type PageRoutes } from '../../../identity/index.ts'
import {
  type FormProblems,
  type FormValues,
  parseForm,
  textOf,
  valuesOf,
} from '../../../platform/web/form.ts'
import { neededText } from '../../../platform/web/form-fields.ts'
import { idFrom } from '../../../platform/web/id.ts'
import { oneOf } from '../../../platform/web/one-of.ts'
import { staffPaths } from '../../staff-paths.ts'
import { dropTerm, keepTerm, readGlossary } from './keep-term.ts'
import { GlossaryPage, glossaryNews } from './pages/glossary-page.tsx'

const termForm = v.object({ german: neededText(60), said: neededText(80) })

/** Where leads keep the words that all centres of the city translate alike. */
export const glossaryRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/glossary', forLeads, c => show(c))

  routes.post('/staff/programme/glossary', forLeads, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const typed = parseForm(form, termForm)
    if (!typed.ok) return show(c, { values: valuesOf(form), problems: typed.problems })
    const { language } = await readGlossary(context, c.req.query('to'))
    const { outcome } = await keepTerm(context, language, typed.value)
    return c.redirect(staffPaths.glossary(context.language, language, outcome), 303)
  })

  routes.post('/staff/programme/glossary/:id/drop', forLeads, async c => {
    const { context } = c.var
    const to = textOf(await c.req.formData(), 'to')
    await dropTerm(context, idFrom(c.req.param('id')))
    return c.redirect(staffPaths.glossary(context.language, to, 'dropped'), 303)
  })
}

type Typed = { values: FormValues; problems: FormProblems }

const show = async (c: Page, typed?: Typed) => {
  const { context, wording } = c.var
  const glossary = await readGlossary(context, c.req.query('to'))
  if (typed) c.status(422)
  const { values, problems } = typed ?? { values: {}, problems: {} }
  const news = oneOf(glossaryNews, c.req.query('news'))
  return c.render(<GlossaryPage {...{ ...glossary, values, problems, news, wording }} />, {
    ...({ frame: 'staff', current: 'programme' } as const),
    title: wording.t('programme.glossary.title'),
    back: {
      href: staffPaths.translations(wording.language, { to: glossary.language }),
      label: wording.t('programme.translations.title'),
    },
  })
}
