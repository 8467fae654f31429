import type { PageRoutes } from '../identity/index.ts'
import { closedGroupRoutes } from './closed-groups/closed-group-routes.tsx'
import { consentsRoutes } from './consents/consents-routes.tsx'
import { groupRoutes } from './group/group-routes.tsx'
import { guardiansRoutes } from './guardians/guardians-routes.tsx'
import { joinRoutes } from './join-routes.tsx'
import { againRoutes } from './message-consents/again-routes.tsx'
import { myRoutes } from './my-routes.tsx'
import { questionsRoutes } from './offer-questions/questions-routes.tsx'
import { reminderRoutes } from './reminders/reminder-routes.tsx'
import { rulesRoutes } from './rules/rules-routes.tsx'
import { registrationStaffRoutes } from './staff-routes.tsx'
import type { Surroundings } from './surroundings.ts'

/** Registering, what a family does with its registration, and the lists of those who come. */
export const registrationRoutes = (routes: PageRoutes, surroundings: Surroundings) => {
  joinRoutes(routes, surroundings)
  myRoutes(routes, surroundings)
  consentsRoutes(routes)
  registrationStaffRoutes(routes, surroundings)
  rulesRoutes(routes)
  reminderRoutes(routes)
  groupRoutes(routes)
  closedGroupRoutes(routes)
  guardiansRoutes(routes)
  questionsRoutes(routes)
  againRoutes(routes)
}
