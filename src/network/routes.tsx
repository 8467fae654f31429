import type { PageRoutes } from '../identity/index.ts'
import { meetingRoutes } from './meeting-routes.tsx'
import { partnerRoutes } from './partner-routes.tsx'

/** The network of a centre, as its team keeps it. */
export const networkRoutes = (routes: PageRoutes) => {
  meetingRoutes(routes)
  partnerRoutes(routes)
}
