import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { assign } from './assign.ts'
import { changeContract } from './change-contract.ts'
import { endAssignment } from './end-assignment.ts'
import { assignForm, contractForm, endForm, planForm } from './forms.ts'
import { AssignPage, ContractPage, PlanPage } from './pages/form-pages.tsx'
import { PostPage, type PostView } from './pages/post-page.tsx'
import { PostsPage } from './pages/posts-page.tsx'
import { ReleasedPage } from './pages/released-page.tsx'
import { paths } from './paths.ts'
import { mayReadReleasedPosts } from './permissions.ts'
import { planPost } from './plan-post.ts'
import { listPostsToday, readPost } from './read-posts.ts'
import { readReleasedPosts } from './release-posts.ts'

const forProviders = forRoles('provider-manager', 'centre-lead')
const forThoseWhoRead = forRoles('provider-manager', 'centre-lead', 'city-office')
const news = ['planned', 'assigned', 'ended', 'changed'] as const
type News = (typeof news)[number]

/** Posts: names and hours for the provider, sums for the city. */
export const peopleRoutes = (routes: PageRoutes) => {
  routes.get('/staff/posts', forThoseWhoRead, async c => {
    const { context, wording } = c.var
    const head = { title: wording.t('people.title'), frame: 'staff', current: 'posts' } as const
    if (mayReadReleasedPosts(context.actor))
      return c.render(<ReleasedPage released={await readReleasedPosts(context)} wording={wording} />, head)
    return c.render(<PostsPage posts={await listPostsToday(context)} wording={wording} />, head)
  })

  routes.get('/staff/posts/:centreId', forProviders, c =>
    showPost(c, { news: news.find(each => each === c.req.query('done')) }),
  )

  routes.get('/staff/posts/:centreId/plan', forProviders, c => showForm(c, 'plan'))
  routes.post('/staff/posts/:centreId/plan', forProviders, async c => {
    const typed = parseForm(await c.req.formData(), planForm)
    if (!typed.ok) return showForm(c, 'plan', typed)

    const { percent, fullTime, fundedBy, from } = typed.value
    const post = { fundedPermille: percent, fullTimeMinutes: fullTime, fundedBy, from }
    await planPost(c.var.context, centreOf(c), post)
    return backToPost(c, 'planned')
  })

  routes.get('/staff/posts/:centreId/assign', forProviders, c => showForm(c, 'assign'))
  routes.post('/staff/posts/:centreId/assign', forProviders, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, assignForm)
    if (!typed.ok) return showForm(c, 'assign', typed)

    const { outcome } = await assign(c.var.context, centreOf(c), typed.value)
    if (outcome === 'assigned') return backToPost(c, 'assigned')
    const field = {
      'too-many-hours': 'hours',
      'no-post': 'from',
      'already-there': 'person',
      'deputy-taken': 'kind',
    }
    return showForm(c, 'assign', { problems: { [field[outcome]]: outcome }, values: valuesOf(form) })
  })

  routes.get('/staff/posts/:centreId/contract', forProviders, c => showForm(c, 'contract'))
  routes.post('/staff/posts/:centreId/contract', forProviders, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, contractForm)
    if (!typed.ok) return showForm(c, 'contract', typed)

    const { person, contract, from } = typed.value
    const changing = { employeeId: person, minutes: contract, from }
    const { outcome } = await changeContract(c.var.context, centreOf(c), changing)
    if (outcome === 'changed') return backToPost(c, 'changed')
    return showForm(c, 'contract', { problems: { contract: outcome }, values: valuesOf(form) })
  })

  routes.post('/staff/posts/:centreId/assignments/:id/end', forProviders, async c => {
    const id = idFrom(c.req.param('id'))
    const typed = parseForm(await c.req.formData(), endForm)
    if (!typed.ok) return showPost(c, { ending: { id, problems: typed.problems } }, 422)

    const ending = { centreId: centreOf(c), id, lastDay: typed.value.lastDay }
    const { outcome } = await endAssignment(c.var.context, ending)
    if (outcome === 'ended') return backToPost(c, 'ended')
    return showPost(c, { ending: { id, problems: { lastDay: outcome } } }, 422)
  })
}

const centreOf = (c: Page) => idFrom(c.req.param('centreId'))

const backToPost = (c: Page, done: News) =>
  c.redirect(`${paths.post(c.var.wording.language, centreOf(c))}?done=${done}`, 303)

const showPost = async (c: Page, view: Pick<PostView, 'news' | 'ending'>, status: 200 | 422 = 200) => {
  const { context, wording } = c.var
  const full = await readPost(context, centreOf(c))
  c.status(status)
  return c.render(<PostPage {...{ wording, full, ...view }} />, {
    ...{ frame: 'staff', current: 'posts', title: wording.t('people.postOf', { centre: full.centre.name }) },
  })
}

const forms = { plan: PlanPage, assign: AssignPage, contract: ContractPage }

const showForm = async (
  c: Page,
  name: keyof typeof forms,
  typed?: { problems: FormProblems; values: FormValues },
) => {
  const { context, wording } = c.var
  const full = await readPost(context, centreOf(c))
  const Content = forms[name]
  c.status(typed ? 422 : 200)
  return c.render(<Content {...{ wording, full, ...typed }} />, {
    ...{ frame: 'staff', current: 'posts' },
    title: wording.t(`people.form.title.${name}`, { centre: full.centre.name }),
  })
}
