import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Site } from './site.ts'

/**
 * The headers of every page. No inline script or style, nothing from elsewhere, no frame around us.
 * The page cache in front of the framework sends the same ones; a test compares them.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** For a year browsers ask by https only. Other names below ours are not ours to decide about. */
const onlyByTls = { 'strict-transport-security': 'max-age=31536000' }

/** An answer that brings a policy of its own, such as a picture that styles itself, keeps it. */
export const withSecurityHeaders = ({ isEncrypted }: Site): MiddlewareHandler => {
  const headers = Object.entries({ ...securityHeaders, ...(isEncrypted && onlyByTls) })
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

/**
 * Whatever changes something is refused when another site sent it. What it carries makes no difference: cancelling
 * needs no body, so its type proves nothing. Some addresses may be called from anywhere: they do one harmless thing to
 * whoever's secret stands in them, and look at no cookie.
 */
export const refuseOtherSites =
  (site: Site, fromAnywhere: (path: string) => boolean): MiddlewareHandler =>
  async (c, next) => {
    const mayPass = onlyReads.has(c.req.method) || fromAnywhere(c.req.path) || isSentFromHere(c, site)
    if (!mayPass) throw new HTTPException(403)
    return next()
  }

const onlyReads = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Browsers of today say by Sec-Fetch-Site who sent it, and that alone counts. Older ones (Safari before 16.4), and
 * all of them where there is no TLS, name their origin. Who says neither is refused: every browser since 2019 says
 * one of them, and what hides both cannot be told from an attacker.
 */
const isSentFromHere = (c: Context, site: Site) => {
  const sentFrom = c.req.header('sec-fetch-site')
  return sentFrom === undefined
    ? site.isOurs(c.req.header('origin'), new URL(c.req.url).host)
    : sentFrom === 'same-origin'
}
