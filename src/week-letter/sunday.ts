/**
 * The Sunday whose letter is to go out now: from Sunday evening at six until Monday noon, so that a night without
 * power is made up for. Undefined at any other time.
 */
export const sundayToSend = (now: Temporal.ZonedDateTime): Temporal.PlainDate | undefined => {
  const today = now.toPlainDate()
  if (now.dayOfWeek === 7 && now.hour >= 18) return today
  if (now.dayOfWeek === 1 && now.hour < 12) return today.subtract({ days: 1 })
  return undefined
}

/** The week a letter is about: from the Monday after its Sunday to the next Sunday. */
export const weekAfter = (sunday: Temporal.PlainDate) => ({
  from: sunday.add({ days: 1 }),
  until: sunday.add({ days: 7 }),
})

/** Who asked and never said yes is forgotten after three days. */
export const forgetUnconfirmedOn = (askedOn: Temporal.PlainDate) => askedOn.add({ days: 3 })
