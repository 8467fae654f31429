/** A server could not take the mail or the SMS now; later it may. Names no address and quotes no answer. */
export class PostDelayed extends Error {
  override name = 'PostDelayed'
  readonly code: string
  constructor(code: string) {
    super('The server did not take the post')
    this.code = code
  }
}

/** It will never take this one, as when the mailbox or the number does not exist. */
export class PostRefused extends PostDelayed {
  override name = 'PostRefused'
}
