import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { type FormProblems, type FormValues, parseForm } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { directionOf } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { chooseQuestions, readOfferQuestions } from './choose-questions.ts'
import { QuestionsPage } from './pages/questions-page.tsx'
import { questionsForm } from './questions-form.ts'

/** Where a lead chooses what an offer asks its families besides. */
export const questionsRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/questions', forLeads, c => showQuestions(c))

  routes.post('/staff/programme/:slug/questions', forLeads, async c => {
    const typed = parseForm(await c.req.formData(), questionsForm)
    if (!typed.ok) return showQuestions(c, typed)
    const slug = slugFrom(c.req.param('slug'))
    await chooseQuestions(c.var.context, slug, typed.value.questions)
    return c.redirect(`${paths.offerQuestions(c.var.wording.language, slug)}?done=saved`, 303)
  })
}

const showQuestions = async (c: Page, typed?: { values: FormValues; problems: FormProblems }) => {
  const { context, wording } = c.var
  const { offer, questions } = await readOfferQuestions(context, slugFrom(c.req.param('slug')))
  if (typed) c.status(422)
  const isSaved = !typed && c.req.query('done') === 'saved'
  return c.render(<QuestionsPage {...{ offer, questions, wording, typed, isSaved }} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.offer-questions.choose') },
    subline: (
      <bdi lang={offer.titleLanguage} dir={directionOf(offer.titleLanguage)}>
        {offer.title}
      </bdi>
    ),
  })
}
