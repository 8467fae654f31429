import { orNotFound, requireThat } from '../platform/refusals.ts'
import { parseForm } from '../platform/web/form.ts'
import {
  changePassword,
  confirmSecondFactor,
  endPasskey,
  findOwnAccount,
  startSecondFactor,
} from './account.ts'
import { hasSupportAccess } from './actor.ts'
import { forSignedIn, freshSignIn, type Page, type PageRoutes } from './audience.ts'
import { codeForm, passkeyForm, passwordForm, secondFactorForm } from './forms.ts'
import { isRecent } from './fresh-sign-in.ts'
import type { Identity } from './identity.ts'
import { AccountPage } from './pages/account-page.tsx'
import { SecondFactorPage } from './pages/second-factor-page.tsx'
import { paths } from './paths.ts'
import { withCookies } from './sign-in-routes.tsx'

/** Everybody's own account: password, second factor, passkeys. Demo accounts stay as they are. */
export const accountRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/account', forSignedIn, c =>
    showAccount(c, identity, { isSaved: c.req.query('saved') === 'password' }),
  )

  routes.post('/account/password', forSignedIn, async c => {
    await ownAccount(c, identity)
    const typed = parseForm(await c.req.formData(), passwordForm)
    if (!typed.ok) return showAccount(c, identity, { isRefused: true })

    const passwords = { currentPassword: typed.value.current, newPassword: typed.value.new }
    const cookies = await changePassword(identity, passwords, c.req.raw.headers)
    if (!cookies) return showAccount(c, identity, { isRefused: true })
    return withCookies(c.redirect(`${paths.account(c.var.wording.language)}?saved=password`, 303), cookies)
  })

  routes.get('/account/second-factor', forSignedIn, async c => {
    const account = orNotFound(await findOwnAccount(identity, c.req.raw.headers))
    if (account.usesCodes || account.isDemo) return c.redirect(paths.account(c.var.wording.language), 303)
    return showStep(c, { step: account.mayAddFactor ? 'password' : 'passkey' })
  })

  routes.post('/account/second-factor', forSignedIn, async c => {
    const account = await ownAccount(c, identity)
    requireThat(account.mayAddFactor)
    const typed = parseForm(await c.req.formData(), secondFactorForm)
    const key = typed.ok && (await startSecondFactor(identity, typed.value.password, c.req.raw.headers))
    return key ? showStep(c, { step: 'scan', key }) : showStep(c, { step: 'password', isRefused: true }, 422)
  })

  routes.post('/account/second-factor/confirm', forSignedIn, async c => {
    const account = await ownAccount(c, identity)
    requireThat(account.mayAddFactor)
    const typed = parseForm(await c.req.formData(), codeForm)
    const cookies = typed.ok && (await confirmSecondFactor(identity, typed.value.code, c.req.raw.headers))
    if (!cookies) return showStep(c, { step: 'code' }, 422)
    return withCookies(c.redirect(paths.signIn(c.var.wording.language), 303), cookies)
  })

  routes.post('/account/passkeys/end', freshSignIn(forSignedIn), async c => {
    const account = await ownAccount(c, identity)
    requireThat(account.mayAddFactor)
    const typed = parseForm(await c.req.formData(), passkeyForm)
    if (typed.ok) await endPasskey(identity, typed.value.id, c.req.raw.headers)
    return c.redirect(paths.account(c.var.wording.language), 303)
  })
}

/** The account as its owner may change it; a demo account belongs to everybody. */
const ownAccount = async (c: Page, identity: Identity) => {
  const account = orNotFound(await findOwnAccount(identity, c.req.raw.headers))
  requireThat(!account.isDemo)
  return account
}

const showAccount = async (c: Page, identity: Identity, view: { isRefused?: boolean; isSaved?: boolean }) => {
  const { context, wording } = c.var
  const account = orNotFound(await findOwnAccount(identity, c.req.raw.headers))
  const { actor, city, now } = context
  const hasRole = (actor.kind === 'staff' && actor.memberships.length > 0) || hasSupportAccess(actor)
  const lacksSecondFactor = actor.kind === 'staff' && actor.lacksSecondFactor === true
  const isFresh = isRecent(account.provedAt, now)
  if (view.isRefused) c.status(422)
  return c.render(
    <AccountPage {...{ wording, city, account, hasRole, lacksSecondFactor, isFresh, ...view }} />,
    {
      title: wording.t('identity.account.title'),
      frame: hasRole ? 'staff' : 'bare',
      scripts: ['passkey-button.js'],
    },
  )
}

const showStep = (c: Page, at: Parameters<typeof SecondFactorPage>[0]['at'], status: 200 | 422 = 200) => {
  const { wording } = c.var
  c.status(status)
  const title = wording.t('identity.factor.title')
  return c.render(<SecondFactorPage wording={wording} at={at} />, { title, frame: 'bare', isPrivate: true })
}
