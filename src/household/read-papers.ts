import { readPayer } from '../fees/index.ts'
import type { AtDesk } from './read-page.ts'
import type { StoredRegistration } from './store.ts'

/** For what the family can open a paper: what it has a place in and pays for. */
export const papersOf = async (atDesk: AtDesk, stored: readonly StoredRegistration[]) => {
  const papers = await Promise.all(
    stored
      .filter(({ state }) => state === 'confirmed')
      .map(async one => ((await readPayer(atDesk(one), one.id)) ? [one] : [])),
  )
  return papers.flat()
}
