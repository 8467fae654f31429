import type { CentreRef } from '../identity/index.ts'
import type { Language } from '../platform/wording/wording.ts'
import type { PhoneOrEmail } from '../reach/index.ts'

export const outcomes = ['hung-up', 'not-found'] as const
/** How it went at a door; null until somebody was there. */
export type Outcome = (typeof outcomes)[number]

/** So many of which kit. */
export type WantedKit = { kitId: string; amount: number }

/** Where a kit goes: what one finds at the door, and nothing more of a family. */
export type Door = {
  /** What stands at the bell. */
  called: string
  street: string
  houseNumber: string
  /** Where to hang it, in her words. */
  hint: string
  neverRing: boolean
}

/** A household that gets kits on a round. It is erased when the round is closed. */
export type KitRequest = CentreRef &
  Door &
  PhoneOrEmail & {
    id: string
    roundId: string
    language: Language
    outcome: Outcome | null
    kits: readonly WantedKit[]
  }

/** As one walks: street by street, and in a street by its numbers, 9 before 10 and 10 before 10a. */
export const inWalkingOrder = <Place extends Pick<Door, 'street' | 'houseNumber' | 'called'>>(
  places: readonly Place[],
): Place[] =>
  places.toSorted(
    (one, other) =>
      asWritten.compare(streetOf(one), streetOf(other)) ||
      asWritten.compare(one.houseNumber, other.houseNumber) ||
      asWritten.compare(one.called, other.called),
  )

// People write Wellritzstr., Wellritz-Strasse and Wellritzstraße for one street.
const streetOf = ({ street }: Pick<Door, 'street'>) =>
  street
    .toLowerCase()
    .replace(/str(aße|asse|\.|$)/, 'strasse')
    .replace(/[\s-]+/g, '')

const asWritten = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })
