import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf } from '../platform/web/form.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { askForPassword } from './ask-for-password.ts'
import { forWhoeverWorksHere, type Page, type PageRoutes } from './audience.ts'
import { forgottenForm, setUpForm } from './forms.ts'
import type { Identity } from './identity.ts'
import { ForgottenPage, type ForgottenView } from './pages/forgotten-page.tsx'
import { SetUpPage } from './pages/set-up-page.tsx'
import { paths } from './paths.ts'
import { setUpPassword } from './sign-in.ts'

/** Coming to a password: by a one-time link, the first time or after asking for one. */
export const passwordRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/sign-in/forgotten', forWhoeverWorksHere, c => showForgotten(c, identity, {}))

  routes.post('/sign-in/forgotten', forWhoeverWorksHere, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, forgottenForm)
    if (!typed.ok) return showForgotten(c, identity, { ...typed, email: textOf(form, 'email') })

    await askForPassword(identity, c.var.context, { ...typed.value, address: clientAddress(c) })
    return showForgotten(c, identity, { isAsked: true })
  })

  routes.get('/set-up', forWhoeverWorksHere, c => showSetUp(c, c.req.query('token') ?? ''))

  routes.post('/set-up', forWhoeverWorksHere, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, setUpForm)
    const isSet = typed.ok && (await setUpPassword(identity, c.var.context, typed.value))
    if (isSet) return c.redirect(`${paths.signIn(c.var.wording.language)}?done=set-up`, 303)
    const isLength = !typed.ok && typed.problems.token === undefined
    return showSetUp(c, textOf(form, 'token') ?? '', isLength ? 'length' : 'refused')
  })
}

const showForgotten = (c: Page, { isDemo }: Identity, view: Omit<ForgottenView, 'wording' | 'isDemo'>) => {
  const { wording } = c.var
  if (view.problems) c.status(422)
  return showPrivately(c, <ForgottenPage {...{ wording, isDemo, ...view }} />, {
    ...{ title: wording.t('identity.forgotten.title'), frame: 'bare' },
  })
}

const showSetUp = (c: Page, token: string, problem?: 'length' | 'refused') => {
  const { wording } = c.var
  if (problem) c.status(422)
  return showPrivately(c, <SetUpPage {...{ wording, token, problem }} />, {
    ...{ title: wording.t('identity.setUp.title'), frame: 'bare' },
  })
}
