import { nobodysDesk } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { PushTarget } from '../../platform/push/push-sender.ts'
import { hashOfLink } from '../../platform/web/keys.ts'
import type { AtDesk } from '../read-page.ts'
import * as store from '../store.ts'

/** A phone hears of everything on the page of a link from now on, unless as many do as a family may have. */
export const hearOnPhone = async (
  atDesk: AtDesk,
  link: string,
  phone: PushTarget,
): Promise<{ outcome: 'kept' | 'too-many' }> => {
  const desk = atDesk(nobodysDesk)
  const isKept = await inTransaction(desk, tx =>
    store.keepPush(tx, desk.city.id, { ...at(link, desk.now), ...phone }),
  )
  return { outcome: isKept ? 'kept' : 'too-many' }
}

/** One phone hears of nothing any more; without its address none does. */
export const silencePhone = async (atDesk: AtDesk, link: string, endpoint?: string) => {
  const desk = atDesk(nobodysDesk)
  await inTransaction(desk, tx =>
    store.stopPush(tx, desk.city.id, { ...at(link, desk.now), ...(endpoint !== undefined && { endpoint }) }),
  )
}

const at = (link: string, now: Temporal.Instant) => ({ hash: hashOfLink(link), now })
