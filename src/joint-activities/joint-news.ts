import { type Context, leadsCentre, leadsOffer } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { listNews } from './store/decisions.ts'

/** What the lead of a centre, and whoever leads the group, should know of joint activities; the lead may decide. */
export const jointNews = async (context: Context) => {
  const { actor, city, now, language } = context
  const news = await inTransaction(context, tx => listNews(tx, city, { now, language }))
  return news
    .map(each => ({ ...each, mayDecide: leadsCentre(actor, each.centreId) }))
    .filter(({ mayDecide, offerId }) => mayDecide || leadsOffer(actor, offerId))
}
