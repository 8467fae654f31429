import { readAgain } from '../registration/index.ts'
import type { AtDesk } from './read-page.ts'
import type { StoredRegistration } from './store.ts'

/** What a family may want to be told of, asked centre by centre: no desk sees more than its own. */
export const againOf = async (atDesk: AtDesk, stored: readonly StoredRegistration[], sendsSms: boolean) => {
  const byCentre = Map.groupBy(stored, ({ centreId }) => centreId)
  const read = [...byCentre.values()].map(([first, ...others]) =>
    first
      ? readAgain(
          atDesk(first),
          [first, ...others].map(({ id }) => id),
          sendsSms,
        )
      : [],
  )
  return (await Promise.all(read)).flat()
}
