export const rhythms = ['once', 'daily', 'weekly', 'fortnightly', 'monthly'] as const
export type Rhythm = (typeof rhythms)[number]

/** How often a room is wanted: from the first day to the last, both included; `once` is the first day alone. */
export type Wish = { rhythm: Rhythm; firstOn: Temporal.PlainDate; lastOn: Temporal.PlainDate }

/** The days of a wish, in order; at most so many, because nobody plans a room for longer. */
export const daysOf = ({ rhythm, firstOn, lastOn }: Wish): Temporal.PlainDate[] => {
  if (rhythm === 'once') return [firstOn]
  const days: Temporal.PlainDate[] = []
  for (let turn = 0; days.length < mostDays; turn++) {
    const day = rhythm === 'monthly' ? monthsLater(firstOn, turn) : firstOn.add(steps[rhythm](turn))
    if (Temporal.PlainDate.compare(day, lastOn) > 0) break
    days.push(day)
  }
  return days
}

export const mostDays = 366

const steps = {
  daily: (days: number) => ({ days }),
  weekly: (weeks: number) => ({ weeks }),
  fortnightly: (turn: number) => ({ weeks: 2 * turn }),
}

/** The same weekday of the month. Not every month has a fifth one: then "the fifth" means the last (scenario R13). */
const monthsLater = (firstOn: Temporal.PlainDate, months: number) => {
  const nth = Math.ceil(firstOn.day / 7)
  const month = firstOn.with({ day: 1 }).add({ months })
  if (nth === 5) {
    const last = month.with({ day: month.daysInMonth })
    return last.subtract({ days: (last.dayOfWeek - firstOn.dayOfWeek + 7) % 7 })
  }
  return month.add({ days: ((firstOn.dayOfWeek - month.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
}
