import { NotFound } from '../refusals.ts'

/** An id out of an address. What cannot be one is an address that we do not have. */
export const idFrom = (text: string | undefined): string => {
  if (!text || !isId(text)) throw new NotFound()
  return text
}

/** A speaking name out of an address, such as `krabbelgruppe-westend`. What cannot be one is not found. */
export const slugFrom = (text: string | undefined): string => {
  if (!text || !slug.test(text)) throw new NotFound()
  return text
}

/** Whether it reads like the id of a row. */
export const isId = (text: string) => uuid.test(text)

const slug = /^[a-z0-9-]{1,120}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
