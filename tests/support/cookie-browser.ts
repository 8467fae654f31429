type Web = { request: (url: string, init?: RequestInit) => Response | Promise<Response> }

/** Keeps cookies from answer to answer, as a browser without scripts does. */
export const browserOn = (web: Web, cookies = '') => {
  const jar = new Map(cookies.split('; ').map(cookie => [cookie.split('=')[0] ?? '', cookie]))
  jar.delete('')
  const written = () => [...jar.values()].join('; ')
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { origin: 'http://localhost', cookie: written() }
    const response = await web.request(`http://localhost${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.split('=')[0] ?? ''
      if (/max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, pair)
    }
    return response
  }
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string>) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    cookies: written,
  }
}
