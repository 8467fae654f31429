/**
 * A day as a form or an address writes it (2026-11-23), in the years in which anything is planned or remembered here;
 * undefined for whatever is no such day. Dates can be written that no database holds and no calendar adds a week to.
 */
export const dayFrom = (text: string): Temporal.PlainDate | undefined => {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}
