import { accountRoutes } from './account-routes.tsx'
import type { PageRoutes } from './audience.ts'
import { confirmRoutes } from './confirm-routes.tsx'
import type { Identity } from './identity.ts'
import { passwordRoutes } from './password-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { supportRoutes } from './support-routes.tsx'

export const identityRoutes = (routes: PageRoutes, identity: Identity) => {
  signInRoutes(routes, identity)
  passwordRoutes(routes, identity)
  accountRoutes(routes, identity)
  confirmRoutes(routes, identity)
  peopleRoutes(routes, identity)
  supportRoutes(routes, identity)
}
