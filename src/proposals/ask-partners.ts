import { type Context, todayIn } from '../identity/index.ts'
import { askedAboutSince } from '../planning/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { tellPartner } from './make-link.ts'
import type { Opened } from './own-page.ts'
import { confirmOwn } from './store/links.ts'
import { listToAsk, rememberAsked } from './store/partner-offers.ts'

/** Asks partners, once, about offers of theirs that nobody looked at for long: their page says it with one press. */
export const askPartners = (context: Context) =>
  inTransaction(context, async tx => {
    const today = todayIn(context)
    const offers = await listToAsk(tx, context.city.id, askedAboutSince(today))
    for (const [partnerId, asked] of Map.groupBy(offers, offer => offer.partnerId)) {
      await tellPartner(tx, context, partnerId, ({ t }, address) => ({
        subject: t('proposals.letter.stillRight.subject'),
        paragraphs: [
          { words: t('proposals.letter.stillRight.body') },
          { words: asked.map(({ title }) => title).join('\n') },
          { words: t('proposals.letter.stillRight.press'), address },
        ],
      }))
      await rememberAsked(tx, context.city.id, asked, today)
    }
  })

/** A partner says of its own offer that it is still right; one that was hidden is shown to families again. */
export const sayStillRight = (context: Context, { key }: Opened, offerId: string) =>
  confirmOwn(context.db, key, offerId)
