/** A host name or address under which nobody but this machine itself can be reached. */
export const isThisMachine = (host: string) =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

export type Site = ReturnType<typeof siteAt>

/**
 * Where the product is reached from outside. A proxy that ends TLS asks us by plain http, so the scheme is known from
 * the setting alone; the host is the one that was asked for, since every city has its own.
 */
export const siteAt = (url: string | undefined) => {
  const main = url === undefined ? undefined : new URL(url)
  const scheme = main?.protocol ?? 'http:'
  /** Of a host with its port, such as netz.example.org:8443. */
  const originOf = (host: string) => new URL(`${scheme}//${host}`).origin
  return {
    isEncrypted: scheme === 'https:',
    port: main?.port || undefined,
    originOf,
    isOurs: (origin: string | undefined, askedHost: string) =>
      origin !== undefined && (origin === main?.origin || origin === originOf(askedHost)),
  }
}
