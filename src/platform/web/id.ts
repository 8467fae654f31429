import { NotFound } from '../refusals.ts'

/** An id out of an address. What cannot be one is an address that we do not have. */
export const idFrom = (text: string | undefined): string => {
  if (!text || !uuid.test(text)) throw new NotFound()
  return text
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
