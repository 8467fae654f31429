import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { addPerson } from './add-person.ts'
import { forRoles, type Page, type PageRoutes } from './audience.ts'
import { endMembership } from './end-membership.ts'
import { addPersonForm } from './forms.ts'
import type { Identity } from './identity.ts'
import { PeoplePage, type PeopleView } from './pages/people-page.tsx'
import { SetUpLinkPage } from './pages/set-up-link-page.tsx'
import { paths } from './paths.ts'
import { peopleHere } from './people.ts'
import { renewSignIn } from './renew-sign-in.ts'

const forThoseWhoAppoint = forRoles('administrator', 'provider-manager')

/** Who has which task, and giving and ending tasks. */
export const peopleRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/staff/people', forThoseWhoAppoint, c => {
    const news = c.req.query('done') === 'ended' ? c.var.wording.t('identity.people.ended') : undefined
    return showPeople(c, { news })
  })

  routes.post('/staff/people', forThoseWhoAppoint, async c => {
    const typed = parseForm(await c.req.formData(), addPersonForm)
    if (!typed.ok) return showPeople(c, typed, 422)

    const { name, email, task } = typed.value
    const added = await addPerson(identity, c.var.context, { name, email, task })
    switch (added.outcome) {
      case 'added':
        return added.setUpToken
          ? showLink(c, identity, name, added.setUpToken)
          : showPeople(c, { news: c.var.wording.t('identity.people.added', { name }) })
      case 'already':
      case 'other-side':
        return showPeople(c, { problems: { task: added.outcome }, values: { name, email } }, 422)
    }
  })

  routes.post('/staff/people/:id/end', forThoseWhoAppoint, async c => {
    await endMembership(identity, c.var.context, idFrom(c.req.param('id')))
    return c.redirect(`${paths.people(c.var.wording.language)}?done=ended`, 303)
  })

  routes.post('/staff/people/:id/renew', forThoseWhoAppoint, async c => {
    const renewed = await renewSignIn(identity, c.var.context, idFrom(c.req.param('id')))
    if (renewed.outcome === 'renewed') return showLink(c, identity, renewed.name, renewed.setUpToken)
    return showPeople(c, { news: c.var.wording.t('identity.people.elsewhere') }, 409)
  })
}

const showPeople = async (
  c: Page,
  view: Pick<PeopleView, 'news' | 'problems' | 'values'>,
  status: 200 | 409 | 422 = 200,
) => {
  const { context, wording } = c.var
  const { people, tasks } = await peopleHere(context)
  const { news, problems, values } = view
  c.status(status)
  return c.render(<PeoplePage {...{ wording, people, tasks, news, problems, values }} />, {
    ...{ title: wording.t('identity.people.title'), frame: 'staff', current: 'people' },
  })
}

const showLink = (c: Page, { baseUrl }: Identity, name: string, token: string) => {
  const { wording } = c.var
  const link = baseUrl + paths.setUp(wording.language, token)
  return c.render(<SetUpLinkPage wording={wording} link={link} />, {
    ...{ title: wording.t('identity.people.linkTitle', { name }), frame: 'staff', current: 'people' },
  })
}
