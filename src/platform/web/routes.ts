import type { Handler, Hono, Context as HonoContext, MiddlewareHandler } from 'hono'

/** One address of the product, with who may use it. A test walks the whole table. */
export type RouteEntry<Audience> = { method: 'GET' | 'POST'; path: string; audience: Audience }

type Env<Vars extends object> = { Variables: Vars }

/** What a capability mounts its addresses on: each names its audience, so none is open by forgetting. */
export type Routes<Vars extends object, Audience> = {
  get: Mount<Vars, Audience>
  post: Mount<Vars, Audience>
  readonly table: readonly RouteEntry<Audience>[]
}

export type PageRequest<Vars extends object, Path extends string = string> = HonoContext<Env<Vars>, Path>

type Mount<Vars extends object, Audience> = <const Path extends string>(
  path: Path,
  audience: Audience,
  handler: Handler<Env<Vars>, Path>,
) => void

export const routesOn = <Vars extends object, Audience>(
  app: Hono<Env<Vars>>,
  prefix: string,
  admit: (audience: Audience) => MiddlewareHandler<Env<Vars>>,
): Routes<Vars, Audience> => {
  const table: RouteEntry<Audience>[] = []
  const mount =
    (method: RouteEntry<Audience>['method']): Mount<Vars, Audience> =>
    (path, audience, handler) => {
      table.push({ method, path, audience })
      app.on(method, prefix + path, admit(audience), handler as Handler<Env<Vars>>)
    }
  return { get: mount('GET'), post: mount('POST'), table }
}
