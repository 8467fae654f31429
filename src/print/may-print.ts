import type { Page } from '../identity/index.ts'
import { TooOften } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'

/** Turns away who asks for more sheets than people could look at. */
export type MayPrint = (c: Page) => Promise<void>

/** One process sets all sheets in turn: nobody may keep everybody else waiting. A whole centre shares one network. */
export const limitOfSheets = (): MayPrint => {
  const mayAsk = rateLimit({ times: 240, seconds: 60 })
  return async c => {
    if (!(await mayAsk(clientAddress(c)))) throw new TooOften()
  }
}
