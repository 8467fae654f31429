import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf } from '../platform/web/form.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { forWhoeverWorksHere, type Page, type PageRoutes } from './audience.ts'
import { listDemoSignIns } from './demo-accounts.ts'
import { codeForm, demoSignInForm, signInForm } from './forms.ts'
import type { Identity } from './identity.ts'
import { CodePage } from './pages/code-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { ownAddress, paths } from './paths.ts'
import { onDevice } from './shared-device.ts'
import { enterCode, type SignInOutcome, signIn, signInToDemo, signOut } from './sign-in.ts'

/** Signing in and out: by password, and by a code after it. */
export const signInRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/sign-in', forWhoeverWorksHere, async c => {
    const { actor, language } = c.var.context
    const next = ownAddress(c.req.query('next'))
    if (actor.kind === 'staff') return c.redirect(next ?? paths.home(language, actor), 303)
    return showSignIn(c, identity, { next, isSetUp: c.req.query('done') === 'set-up' })
  })

  routes.post('/sign-in', forWhoeverWorksHere, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, signInForm)
    const next = ownAddress(textOf(form, 'next'))
    const isShared = textOf(form, 'shared') === 'yes'
    const refusal = { next, email: textOf(form, 'email') ?? '', isShared, isRefused: true }
    if (!typed.ok) return showSignIn(c, identity, refusal)

    const { email, password } = typed.value
    const attempt = { email, password, isShared, address: clientAddress(c) }
    return answer(c, identity, await signIn(identity, attempt, c.req.raw.headers), refusal)
  })

  routes.post('/sign-in/demo', forWhoeverWorksHere, async c => {
    const typed = parseForm(await c.req.formData(), demoSignInForm)
    if (!typed.ok) return showSignIn(c, identity, { next: undefined, isRefused: true })

    const { email, next } = typed.value
    const attempt = { email, address: clientAddress(c) }
    const outcome = await signInToDemo(identity, attempt, c.req.raw.headers)
    return answer(c, identity, outcome, { next: ownAddress(next), email, isRefused: true })
  })

  routes.get('/sign-in/code', forWhoeverWorksHere, c =>
    showCode(c, {
      next: ownAddress(c.req.query('next')),
      isShared: c.req.query('shared') === 'yes',
      isRefused: false,
    }),
  )

  routes.post('/sign-in/code', forWhoeverWorksHere, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, codeForm)
    const next = ownAddress(textOf(form, 'next'))
    const isShared = textOf(form, 'shared') === 'yes'
    const refusal = { next, isShared, isRefused: true }
    if (!typed.ok) return showCode(c, refusal)

    const outcome = await enterCode(identity, typed.value.code, onDevice(c.req.raw.headers, isShared))
    return 'cookies' in outcome ? welcome(c, outcome.cookies, next) : showCode(c, refusal)
  })

  routes.post('/sign-out', forWhoeverWorksHere, async c => {
    const cookies = await signOut(identity, c.req.raw.headers)
    return withCookies(c.redirect(paths.signIn(c.var.wording.language), 303), cookies)
  })
}

type SignInView = {
  next: string | undefined
  email?: string
  isShared?: boolean
  isRefused?: boolean
  isSetUp?: boolean
}

const showSignIn = async (
  c: Page,
  identity: Identity,
  { next, email = '', isShared = false, isRefused = false, isSetUp = false }: SignInView,
) => {
  const { context, wording } = c.var
  const demoSignIns = identity.isDemo ? await listDemoSignIns(identity, context.city, context.now) : []
  if (isRefused) c.status(422)
  const page = { wording, email, isShared, next, isRefused, isSetUp, demoSignIns }
  return showPrivately(c, <SignInPage {...page} />, {
    ...{ title: wording.t('identity.signIn.title'), frame: 'bare' },
    scripts: ['passkey-button.js'],
  })
}

const showCode = (
  c: Page,
  { next, isShared, isRefused }: { next: string | undefined; isShared: boolean; isRefused: boolean },
) => {
  const { wording } = c.var
  if (isRefused) c.status(422)
  return showPrivately(c, <CodePage {...{ wording, next, isShared, isRefused }} />, {
    ...{ title: wording.t('identity.code.title'), frame: 'bare' },
  })
}

const answer = (c: Page, identity: Identity, outcome: SignInOutcome, refusal: SignInView) => {
  switch (outcome.outcome) {
    case 'signed-in':
      return welcome(c, outcome.cookies, refusal.next)
    case 'code-needed':
      return withCookies(c.redirect(paths.code(c.var.wording.language, refusal), 303), outcome.cookies)
    case 'refused':
    case 'too-many':
      return showSignIn(c, identity, refusal)
  }
}

/** Without another wish she comes to the sign-in page once more, which knows by then where her day begins. */
const welcome = (c: Page, cookies: string[], next: string | undefined) =>
  withCookies(c.redirect(next ?? paths.signIn(c.var.wording.language), 303), cookies)

export const withCookies = (response: Response, cookies: string[]) => {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
