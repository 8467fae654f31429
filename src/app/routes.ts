import { attendanceRoutes } from '../attendance/index.ts'
import { calendarImportRoutes } from '../calendar-import/index.ts'
import { calendarsRoutes } from '../calendars/index.ts'
import { careRoutes } from '../care/index.ts'
import { centresRoutes } from '../centres/index.ts'
import { conceptRoutes } from '../concept/index.ts'
import { correctionsRoutes } from '../corrections/index.ts'
import { counsellingRoutes, waysToConsultations, wayToConsultations } from '../counselling/index.ts'
import { doorstepRoutes } from '../doorstep/index.ts'
import { dueRoutes } from '../due/index.ts'
import { explainedRoutes } from '../explained/index.ts'
import { feesRoutes, waysToPay } from '../fees/index.ts'
import { fundingRoutes } from '../funding/index.ts'
import { householdRoutes, wayHome } from '../household/index.ts'
import { identityRoutes, type PageRoutes } from '../identity/index.ts'
import { invitationsRoutes } from '../invitations/index.ts'
import { jointActivityRoutes } from '../joint-activities/index.ts'
import { lendingRoutes } from '../lending/index.ts'
import { neighboursRoutes } from '../neighbours/index.ts'
import { networkRoutes } from '../network/index.ts'
import { offerTableRoutes } from '../offer-tables/index.ts'
import { offlineRoutes } from '../offline/index.ts'
import { openDataRoutes } from '../open-data/index.ts'
import { demoMailboxRoutes, outreachRoutes } from '../outreach/index.ts'
import { peopleRoutes } from '../people/index.ts'
import { planningRoutes, staffPaths } from '../planning/index.ts'
import { printRoutes } from '../print/index.ts'
import { privacyRoutes } from '../privacy/index.ts'
import { agesInWords, priceInSentences, programmeRoutes } from '../programme/index.ts'
import { approveFinished, proposalsRoutes } from '../proposals/index.ts'
import { questionsRoutes } from '../questions/index.ts'
import { registrationRoutes } from '../registration/index.ts'
import { reportingRoutes } from '../reporting/index.ts'
import { roomsRoutes } from '../rooms/index.ts'
import { storyRoutes } from '../story/index.ts'
import { todayRoutes } from '../today/index.ts'
import { weekLetterRoutes } from '../week-letter/index.ts'
import { designRoutes } from './design-routes.tsx'
import { otherCodes } from './navigation.ts'
import type { Surroundings } from './web.tsx'

/** Every address of the product, capability by capability. */
export const mountEverything = (
  routes: PageRoutes,
  {
    identity,
    databases,
    isDemo,
    translation,
    engineInside,
    sendsSms,
    pushKey,
    phonesRing,
  }: Pick<
    Surroundings,
    | 'identity'
    | 'databases'
    | 'isDemo'
    | 'translation'
    | 'engineInside'
    | 'sendsSms'
    | 'pushKey'
    | 'phonesRing'
  >,
) => {
  identityRoutes(routes, identity)
  programmeRoutes(routes, { atCentre: wayToConsultations, everywhere: waysToConsultations })
  calendarsRoutes(routes)
  planningRoutes(routes, approveFinished, translation)
  careRoutes(routes)
  offerTableRoutes(routes)
  calendarImportRoutes(routes)
  centresRoutes(routes)
  attendanceRoutes(routes)
  todayRoutes(routes)
  reportingRoutes(routes)
  registrationRoutes(routes, {
    ...{ sayAges: agesInWords, sayPrice: priceInSentences, otherCodes, sendsSms },
    moreWays: async (desk, mine, wording) => [
      ...(await waysToPay(desk, mine, wording)),
      wayHome(mine.link, wording),
    ],
  })
  householdRoutes(routes, { pushKey, sendsSms })
  feesRoutes(routes)
  outreachRoutes(routes, phonesRing)
  questionsRoutes(routes, engineInside)
  correctionsRoutes(routes, engineInside)
  roomsRoutes(routes, staffPaths)
  lendingRoutes(routes)
  counsellingRoutes(routes)
  weekLetterRoutes(routes)
  networkRoutes(routes)
  proposalsRoutes(routes)
  invitationsRoutes(routes)
  neighboursRoutes(routes, engineInside)
  doorstepRoutes(routes, agesInWords)
  privacyRoutes(routes)
  fundingRoutes(routes)
  conceptRoutes(routes)
  jointActivityRoutes(routes)
  peopleRoutes(routes)
  storyRoutes(routes)
  openDataRoutes(routes)
  offlineRoutes(routes)
  explainedRoutes(routes)
  dueRoutes(routes)
  printRoutes(routes)
  if (isDemo) {
    demoMailboxRoutes(routes, databases.app)
    designRoutes(routes)
  }
}
