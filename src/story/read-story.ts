import { findCentresOfDistricts, findMap, listDistricts } from '../centres/index.ts'
import { kitsHungUp } from '../doorstep/index.ts'
import { readMoney, sumsOf } from '../funding/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import { kinds } from '../programme/index.ts'
import { readPublishedVisits } from '../reporting/index.ts'
import * as store from './store.ts'
import { closedDoorWays, countsOf, type Story } from './story.ts'

/** Reads what is published of the network, and nothing else: the same for everybody. */
export const readStory = async (context: Context): Promise<Story> => {
  const today = todayIn(context)
  const [centres, providers, districts, served, map, offers, byKind, byLanguage, visits, money, held, hung] =
    await Promise.all([
      store.countCentres(context),
      store.countProviders(context),
      listDistricts(context),
      findCentresOfDistricts(context),
      findMap(context),
      store.countOffers(context),
      store.countOffersByKind(context),
      store.countOffersByLanguage(context),
      readPublishedVisits(context),
      readMoney(context),
      store.countHeldByWay(context, { before: today }),
      kitsHungUp(context),
    ])
  return {
    asOf: today,
    ...{ centres, providers },
    districts: { all: districts.length, served: new Set(served.keys()), map },
    offers: { ...offers, byKind: countsOf(kinds, byKind), byLanguage },
    visits,
    budgets: sumsOf(money),
    closedDoors: {
      sessions: countsOf(closedDoorWays, held),
      kits: hung.total > 0 ? { all: hung.total, haveExamples: hung.hasExamples } : undefined,
    },
  }
}
