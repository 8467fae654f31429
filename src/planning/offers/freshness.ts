const askAfterWeeks = 12
const hideAfterWeeks = 18

/** Offers that nobody looked at since that day, or longer, are asked about. */
export const askedAboutSince = (today: Temporal.PlainDate) => today.subtract({ weeks: askAfterWeeks })

/** Offers that nobody looked at since that day, or longer, are hidden from families. */
export const hiddenSince = (today: Temporal.PlainDate) => today.subtract({ weeks: hideAfterWeeks })

/** The day on which an offer is hidden, unless somebody looks at it before. */
export const hiddenOn = (checkedOn: Temporal.PlainDate) => checkedOn.add({ weeks: hideAfterWeeks })
