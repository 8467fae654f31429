import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { notify } from '../outreach/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfLink, newSecret } from '../platform/web/keys.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import { paths } from './paths.ts'
import { maySubscribe } from './permissions.ts'
import * as store from './store.ts'
import { forgetUnconfirmedOn } from './sunday.ts'

type Wish = { centre: CentreRef & { name: string }; email: string }

/**
 * Notes that an address wants the week of a centre, and asks its owner in a mail. Whether it gets the letter already
 * is not looked up: nobody learns from the answer who reads what.
 */
export const subscribe = (context: Context, { centre, email }: Wish) =>
  inTransaction(context, async tx => {
    requireThat(maySubscribe(context.actor, centre))
    const { city, language, now } = context
    const { providerId, centreId, name } = centre
    const link = newSecret()
    await store.addWish(
      tx,
      city.id,
      {
        ...{ id: randomUUIDv7(), providerId, centreId, email, language, askedAt: now },
        deleteOn: forgetUnconfirmedOn(todayIn(context)),
      },
      hashOfLink(link),
    )
    const { t } = wordingFor(language, city.timeZone)
    await notify(tx, context, {
      ...{ kind: 'letter', providerId, centreId, language, contact: { kind: 'email', email } },
      facts: {
        subject: t('weekLetter.ask.subject', { centre: name }),
        paragraphs: [
          { words: t('weekLetter.ask.words', { centre: name }) },
          { words: t('weekLetter.ask.yes'), address: paths.own(language, link) },
          { words: t('weekLetter.ask.no') },
        ],
      },
    })
  })
