import { accountRoutes } from './account-routes.tsx'
import type { PageRoutes } from './audience.ts'
import type { Identity } from './identity.ts'
import { signInRoutes } from './sign-in-routes.tsx'

export const identityRoutes = (routes: PageRoutes, identity: Identity) => {
  signInRoutes(routes, identity)
  accountRoutes(routes, identity)
}
