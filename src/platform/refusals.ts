/** The person may not do this here. Answered like an unknown address, so that nobody learns what exists. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
  /** The provider that answers for what was tried; it is told of it in its audit log. */
  readonly providerId: string | undefined

  constructor(providerId?: string) {
    super()
    this.providerId = providerId
  }
}

/** There is no such thing, or not for this person. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Somebody asks more often than a person could. */
export class TooOften extends Error {
  override name = 'TooOften'
}

/** `whose` is what somebody tried to see or change, where it belongs to a provider. */
export function requireThat(isAllowed: boolean, whose?: { providerId: string }): asserts isAllowed {
  if (!isAllowed) throw new NotAllowed(whose?.providerId)
}

export const orNotFound = <Thing>(thing: Thing | null | undefined): Thing => {
  if (thing === null || thing === undefined) throw new NotFound()
  return thing
}
