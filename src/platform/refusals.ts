/** The person may not do this here. Answered like an unknown address, so that nobody learns what exists. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** There is no such thing, or not for this person. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Somebody asks more often than a person could. */
export class TooOften extends Error {
  override name = 'TooOften'
}

export function requireThat(isAllowed: boolean): asserts isAllowed {
  if (!isAllowed) throw new NotAllowed()
}

export const orNotFound = <Thing>(thing: Thing | null | undefined): Thing => {
  if (thing === null || thing === undefined) throw new NotFound()
  return thing
}
