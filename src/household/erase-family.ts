import { erase } from '../registration/index.ts'
import { type AtDesk, findRegistrations } from './read-page.ts'

/**
 * Deletes at once all that is stored of a family on its page; its places go to the next. The registration of the link
 * goes last, so that whoever is interrupted can press again. What stays has no name in it: lines of the cash book, sums.
 */
export const eraseFamily = async (atDesk: AtDesk, link: string) => {
  const registrations = await findRegistrations(atDesk, link)
  const [own, others] = [true, false].map(isOwn => registrations.filter(one => one.isOwn === isOwn))
  for (const one of [...(others ?? []), ...(own ?? [])]) await erase(atDesk(one), one.registrationId)
}
