import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

/**
 * The headers of every page. No inline script or style, nothing from elsewhere, no frame around us.
 * The page cache in front of the framework sends the same ones; a test compares them.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** An answer that brings a policy of its own, such as a picture that styles itself, keeps it. */
export const withSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/**
 * Whatever changes something is refused when another site sent it, by Sec-Fetch-Site or else by Origin. What it
 * carries makes no difference: cancelling needs no body, so its type proves nothing.
 */
export const refuseOtherSites: MiddlewareHandler = async (c, next) => {
  if (!onlyReads.has(c.req.method) && !isSentFromHere(c)) throw new HTTPException(403)
  return next()
}

const onlyReads = new Set(['GET', 'HEAD', 'OPTIONS'])

const isSentFromHere = (c: Context) =>
  c.req.header('sec-fetch-site') === 'same-origin' || c.req.header('origin') === new URL(c.req.url).origin
