import { LinkButton } from '../platform/design/index.ts'
import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { addPerson } from './add-person.ts'
import { forRoles, freshSignIn, type Page, type PageRoutes } from './audience.ts'
import { endMembership } from './end-membership.ts'
import { addPersonForm } from './forms.ts'
import type { Identity } from './identity.ts'
import { AddPersonPage, type AddPersonView } from './pages/add-person-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { SetUpLinkPage } from './pages/set-up-link-page.tsx'
import { paths } from './paths.ts'
import { peopleHere } from './people.ts'
import { renewSignIn } from './renew-sign-in.ts'

const forThoseWhoAppoint = forRoles('administrator', 'provider-manager')

/** Who has which task, and giving and ending tasks. */
export const peopleRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/staff/people', forThoseWhoAppoint, c => {
    const news = c.req.query('done') === 'ended' ? c.var.wording.t('identity.people.ended') : undefined
    return showPeople(c, news)
  })

  routes.get('/staff/people/add', freshSignIn(forThoseWhoAppoint), c => showAdding(c, {}))

  routes.post('/staff/people/add', freshSignIn(forThoseWhoAppoint), async c => {
    const typed = parseForm(await c.req.formData(), addPersonForm)
    if (!typed.ok) return showAdding(c, typed, 422)

    const { name, email, task } = typed.value
    const added = await addPerson(identity, c.var.context, { name, email, task })
    switch (added.outcome) {
      case 'added':
        return added.setUpToken
          ? showLink(c, identity, name, added.setUpToken)
          : showPeople(c, c.var.wording.t(`identity.people.${added.isMailed ? 'mailed' : 'added'}`, { name }))
      case 'already':
      case 'other-side':
        return showAdding(c, { problems: { task: added.outcome }, values: { name, email } }, 422)
    }
  })

  routes.post('/staff/people/:id/end', freshSignIn(forThoseWhoAppoint), async c => {
    await endMembership(c.var.context, idFrom(c.req.param('id')))
    return c.redirect(`${paths.people(c.var.wording.language)}?done=ended`, 303)
  })

  routes.post('/staff/people/:id/renew', freshSignIn(forThoseWhoAppoint), async c => {
    const renewed = await renewSignIn(identity, c.var.context, idFrom(c.req.param('id')))
    if (renewed.outcome === 'renewed') return showLink(c, identity, renewed.name, renewed.setUpToken)
    if (renewed.outcome === 'mailed')
      return showPeople(c, c.var.wording.t('identity.people.mailed', { name: renewed.name }))
    return showPeople(c, c.var.wording.t('identity.people.elsewhere'), 409)
  })
}

const showPeople = async (c: Page, news: string | undefined, status: 200 | 409 = 200) => {
  const { context, wording } = c.var
  const { people } = await peopleHere(context)
  c.status(status)
  return c.render(<PeoplePage {...{ wording, people, news }} />, {
    ...{ title: wording.t('identity.people.title'), frame: 'staff', current: 'people' },
    actions: (
      <LinkButton kind="primary" href={paths.addPerson(wording.language)}>
        {wording.t('identity.people.add')}
      </LinkButton>
    ),
  })
}

const showAdding = async (
  c: Page,
  { problems, values }: Pick<AddPersonView, 'problems' | 'values'>,
  status: 200 | 422 = 200,
) => {
  const { context, wording } = c.var
  const { tasks } = await peopleHere(context)
  c.status(status)
  return c.render(<AddPersonPage {...{ wording, tasks, problems, values }} />, {
    ...{ title: wording.t('identity.people.add'), frame: 'staff', current: 'people' },
  })
}

/** The link to hand over to somebody, shown this once. */
export const showLink = (c: Page, { baseUrl }: Identity, name: string, token: string) => {
  const { wording } = c.var
  const link = baseUrl + paths.setUp(wording.language, token)
  return c.render(<SetUpLinkPage wording={wording} link={link} />, {
    ...{ title: wording.t('identity.people.linkTitle', { name }), frame: 'staff', current: 'people' },
  })
}
