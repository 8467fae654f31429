import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { textOf } from '../platform/web/form.ts'
import { findOwnAccount } from './account.ts'
import { forSignedIn, type Page, type PageRoutes } from './audience.ts'
import { confirmSignIn } from './confirm-sign-in.ts'
import { provedRecently } from './fresh-sign-in.ts'
import type { Identity } from './identity.ts'
import { ConfirmPage, codeField, passwordField } from './pages/confirm-page.tsx'
import { ownAddress, paths } from './paths.ts'

/** "Please confirm it is you": before somebody changes rights, and then back to where she wanted to go. */
export const confirmRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/account/confirm', forSignedIn, c => {
    const next = nextOf(c, c.req.query('next'))
    return provedRecently(c.var.context.actor, c.var.context.now)
      ? c.redirect(next, 303)
      : showConfirm(c, identity, { next, carry: [['next', next]] })
  })

  routes.post('/account/confirm', forSignedIn, async c => {
    const form = await c.req.formData()
    const next = nextOf(c, textOf(form, 'next'))
    if (await isConfirmed(c, identity, form)) return c.redirect(next, 303)
    return showConfirm(c, identity, { next, carry: [['next', next]], isRefused: true })
  })
}

/**
 * Stands before an address that asks for a fresh sign-in. A page waits until she has confirmed; a form that was sent
 * is kept in the page that asks, and is done with her confirmation. Undefined means: it is she, go on.
 */
export const askToConfirm = async (c: Page, identity: Identity): Promise<Response | undefined> => {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET') return c.redirect(paths.confirm(c.var.wording.language, pathname + search), 303)

  const form = await c.req.formData()
  const isTried = form.has(passwordField)
  if (isTried && (await isConfirmed(c, identity, form))) return undefined
  const carry = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== passwordField && name !== codeField ? [[name, value]] : [],
  )
  const next = nextOf(c, addressOf(c.req.header('referer')))
  return showConfirm(c, identity, { next, action: pathname, carry, isRefused: isTried, isInterrupted: true })
}

const isConfirmed = (c: Page, identity: Identity, form: FormData) => {
  const [password, code] = [textOf(form, passwordField) ?? '', textOf(form, codeField) ?? '']
  const proof = { password, code: code.replaceAll(/\s/g, ''), address: clientAddress(c) }
  return confirmSignIn(identity, c.var.context, proof, c.req.raw.headers)
}

type Confirming = {
  /** Where she goes on after a passkey, or when she would rather not. */
  next: string
  action?: string
  carry: [string, string][]
  isRefused?: boolean
  isInterrupted?: boolean
}

const showConfirm = async (c: Page, identity: Identity, view: Confirming) => {
  const { wording } = c.var
  const account = orNotFound(await findOwnAccount(identity, c.req.raw.headers))
  const action = view.action ?? paths.confirm(wording.language)
  c.status(view.isRefused || view.isInterrupted ? 422 : 200)
  return c.render(<ConfirmPage {...{ wording, account, ...view, action }} />, {
    ...{ title: wording.t('identity.confirm.title'), frame: 'bare', isPrivate: true },
    scripts: ['passkey-button.js'],
  })
}

const nextOf = (c: Page, wanted: string | undefined) => {
  const { actor, language } = c.var.context
  return ownAddress(wanted) ?? (actor.kind === 'staff' ? paths.home(language, actor) : paths.signIn(language))
}

const addressOf = (referer = '') => {
  if (!URL.canParse(referer)) return undefined
  const { pathname, search } = new URL(referer)
  return pathname + search
}
