import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { providerOf } from './actor.ts'
import type { Context } from './context.ts'
import type { Identity } from './identity.ts'
import { enterCode, unlessRefused } from './sign-in.ts'

type Proof = {
  password: string
  /** Of the app, or a backup code; needed where the account uses codes. */
  code: string
  /** The network address it comes from. */
  address: string
}

/** Somebody who is signed in proves again that it is she; guessing has the limits of the sign-in. */
export const confirmSignIn = async (identity: Identity, context: Context, proof: Proof, headers: Headers) => {
  const { api, $context } = await identity.auth()
  const found = await api.getSession({ headers })
  if (!found) return false
  const { user, session } = found
  const attempt = { email: user.email, address: proof.address }
  const isProved =
    (await identity.limits.mayTry(attempt)) &&
    (await isPassword(identity, proof.password, headers)) &&
    (!user.twoFactorEnabled || (await enterCode(identity, proof.code, headers)).outcome === 'signed-in')
  if (isProved) {
    await identity.limits.succeeded(attempt)
    const provedAt = new Date(context.now.epochMilliseconds)
    await (await $context).internalAdapter.updateSession(session.token, { provedAt })
  }
  const action = isProved ? 'sign-in.confirmed' : 'sign-in.confirmation-refused'
  const providerId = providerOf(context.actor)
  await inTransaction(context, tx => record(tx, context, { action, providerId }))
  return isProved
}

const isPassword = async ({ auth }: Identity, password: string, headers: Headers) => {
  const { api } = await auth()
  return (await unlessRefused(api.verifyPassword({ body: { password }, headers }))) !== undefined
}
