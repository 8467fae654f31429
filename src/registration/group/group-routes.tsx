import * as v from 'valibot'
import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../../platform/web/form.ts'
import { renderingKey, text } from '../../platform/web/form-fields.ts'
import { idFrom, slugFrom } from '../../platform/web/id.ts'
import { newSecret } from '../../platform/web/keys.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { directionOf } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { GroupPage, newsOfGroup } from './pages/group-page.tsx'
import { readGroup, takeBackNotice, tellGroup } from './tell-group.ts'

const noticeForm = v.object({ renderingKey, words: v.pipe(text(400), v.minLength(5, 'missing')) })

/** Where a lead tells all families of a group something. */
export const groupRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/notice', forLeads, c => showGroup(c))

  routes.post('/staff/programme/:slug/notice', forLeads, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, noticeForm)
    if (!typed.ok) return showGroup(c, { values: typed.values, problems: typed.problems })
    const slug = slugOf(c)
    const told = await tellGroup(c.var.context, slug, typed.value)
    if (told.outcome === 'names-somebody')
      return showGroup(c, { values: valuesOf(form), problems: { words: told.outcome }, names: told.names })
    return c.redirect(`${paths.groupNotice(c.var.wording.language, slug)}?news=told`, 303)
  })

  routes.post('/staff/programme/:slug/notice/:id/take-back', forLeads, async c => {
    const slug = slugOf(c)
    await takeBackNotice(c.var.context, slug, idFrom(c.req.param('id')))
    return c.redirect(`${paths.groupNotice(c.var.wording.language, slug)}?news=taken-back`, 303)
  })
}

type Typed = { values: FormValues; problems: FormProblems; names?: readonly string[] }

const showGroup = async (c: Page, typed?: Typed) => {
  const { context, wording } = c.var
  const view = await readGroup(context, slugOf(c))
  const { group } = view
  if (typed) c.status(422)
  const news = typed ? undefined : oneOf(newsOfGroup, c.req.query('news'))
  return c.render(<GroupPage {...{ ...view, wording, typed, news }} renderingKey={newSecret()} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.group.title') },
    subline: (
      <bdi lang={group.titleLanguage} dir={directionOf(group.titleLanguage)}>
        {group.title}
      </bdi>
    ),
  })
}

const slugOf = (c: Page) => slugFrom(c.req.param('slug'))
