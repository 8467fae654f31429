import type { PageRoutes } from '../identity/index.ts'
import { joinRoutes } from './join-routes.tsx'
import { myRoutes } from './my-routes.tsx'

/** Registering, and what a family does with its registration. */
export const registrationRoutes = (routes: PageRoutes) => {
  joinRoutes(routes)
  myRoutes(routes)
}
