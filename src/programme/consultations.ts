import type { Context } from '../identity/index.ts'

/** Where one books a consultation without a name: at a centre, until its last free time, and at all that have one. */
export type Consultations = {
  atCentre: (
    context: Context,
    centreSlug: string,
  ) => Promise<{ href: string; until: Temporal.Instant } | undefined>
  everywhere: (context: Context) => Promise<readonly { centre: string; href: string }[]>
}
