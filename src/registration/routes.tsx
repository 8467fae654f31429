import type { PageRoutes } from '../identity/index.ts'
import type { SayAges } from './ages.ts'
import { joinRoutes } from './join-routes.tsx'
import { myRoutes } from './my-routes.tsx'
import type { OtherCodes } from './pages/code-page.tsx'
import { registrationStaffRoutes } from './staff-routes.tsx'

/** Registering, what a family does with its registration, and the lists of those who come. */
export const registrationRoutes = (routes: PageRoutes, sayAges: SayAges, otherCodes: OtherCodes) => {
  joinRoutes(routes, sayAges)
  myRoutes(routes, sayAges, otherCodes)
  registrationStaffRoutes(routes, sayAges)
}
