import { findOwnAccount } from './account.ts'
import { isRecent } from './fresh-sign-in.ts'
import type { Identity } from './identity.ts'
import { onDevice } from './shared-device.ts'
import { cookiesOf } from './sign-in.ts'

/**
 * Answers the four questions of a browser that makes a passkey or signs in with one. Nothing else of the
 * library can be reached from outside, and the session it opens comes as a cookie only.
 */
export const answerPasskey = async (
  { auth }: Identity,
  request: Request,
  now: Temporal.Instant,
): Promise<Response> => {
  const step = steps.find(
    ({ method, path }) => method === request.method && path === new URL(request.url).pathname,
  )
  if (!step) return new Response(null, { status: 404 })

  if (step.adds) {
    const account = await findOwnAccount({ auth }, request.headers)
    if (!account?.mayAddFactor || !isRecent(account.provedAt, now)) return new Response(null, { status: 422 })
  }

  const isShared =
    new URL(request.url).searchParams.get('shared') === 'yes' ||
    (await findOwnAccount({ auth }, request.headers))?.isOnSharedDevice === true
  const asked = new Request(request, { headers: onDevice(request.headers, isShared) })
  const answer = await (await auth()).handler(asked)
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookiesOf(answer.headers)) headers.append('set-cookie', cookie)
  if (!answer.ok) return new Response(null, { status: answer.status < 500 ? 422 : 500, headers })
  if (!step.hasAnswer) return new Response(null, { status: 204, headers })
  headers.set('content-type', 'application/json')
  return new Response(await answer.text(), { headers })
}

const at = (name: string) => `/api/auth/passkey/${name}`

const steps = [
  { method: 'GET', path: at('generate-register-options'), adds: true, hasAnswer: true },
  { method: 'POST', path: at('verify-registration'), adds: true, hasAnswer: false },
  { method: 'GET', path: at('generate-authenticate-options'), adds: false, hasAnswer: true },
  { method: 'POST', path: at('verify-authentication'), adds: false, hasAnswer: false },
]
