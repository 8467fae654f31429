/** Feasts that families of a quarter keep and that are no public holidays. */
export const feasts = [
  ...(['ramadan', 'eid-al-fitr', 'eid-al-adha', 'ashura', 'newroz', 'orthodox-easter'] as const),
  ...(['orthodox-christmas', 'rosh-hashanah', 'yom-kippur', 'passover', 'lunar-new-year'] as const),
  'ethiopian-new-year',
] as const
export type Feast = (typeof feasts)[number]

export type FeastDay = {
  feast: Feast
  /** The moon decides: some families keep it a day earlier or later. */
  isAbout: boolean
}

/**
 * What is kept on a day. Nothing is left out for it: whether a group meets on a feast, its families know best. Worked
 * out from calendars, so that nobody types dates in every year; feasts whose calendar the language does not know, such
 * as Diwali, are missing.
 */
export const feastsOn = (day: Temporal.PlainDate): FeastDay[] => {
  const kept = calendars.flatMap(({ calendar, isAbout, months }) => {
    const { monthCode, day: date } = day.withCalendar(calendar)
    return months
      .filter(({ month, days: [first, last] }) => month === monthCode && date >= first && date <= last)
      .map(({ feast }) => ({ feast, isAbout }))
  })
  const fixed = bySun.filter(({ isOn }) => isOn(day)).map(({ feast }) => ({ feast, isAbout: false }))
  const known = new Set<Feast>()
  return [...kept, ...fixed].filter(({ feast }) => !known.has(feast) && known.add(feast))
}

type InCalendar = {
  calendar: string
  isAbout: boolean
  /** From which to which day of a month; months count as their calendar counts them. */
  months: readonly { feast: Feast; month: string; days: readonly [number, number] }[]
}

const calendars: readonly InCalendar[] = [
  {
    // Worked out in advance at Mecca; communities that look for the moon may differ by a day.
    ...{ calendar: 'islamic-umalqura', isAbout: true },
    months: [
      { feast: 'ramadan', month: 'M09', days: [1, 1] },
      { feast: 'eid-al-fitr', month: 'M10', days: [1, 3] },
      { feast: 'eid-al-adha', month: 'M12', days: [10, 13] },
      { feast: 'ashura', month: 'M01', days: [10, 10] },
    ],
  },
  {
    ...{ calendar: 'hebrew', isAbout: false },
    months: [
      { feast: 'rosh-hashanah', month: 'M01', days: [1, 2] },
      { feast: 'yom-kippur', month: 'M01', days: [10, 10] },
      { feast: 'passover', month: 'M07', days: [15, 16] },
    ],
  },
  {
    ...{ calendar: 'persian', isAbout: false },
    months: [{ feast: 'newroz', month: 'M01', days: [1, 1] }],
  },
  {
    ...{ calendar: 'chinese', isAbout: false },
    months: [{ feast: 'lunar-new-year', month: 'M01', days: [1, 1] }],
  },
  {
    ...{ calendar: 'ethiopic', isAbout: false },
    months: [{ feast: 'ethiopian-new-year', month: 'M01', days: [1, 1] }],
  },
]

const isDay = (month: number, dayOfMonth: number) => (day: Temporal.PlainDate) =>
  day.month === month && day.day === dayOfMonth

/** Kurdish families keep the 21st of March in every year; from Good Friday to Easter Monday churches are full. */
const bySun: { feast: Feast; isOn: (day: Temporal.PlainDate) => boolean }[] = [
  { feast: 'newroz', isOn: isDay(3, 21) },
  { feast: 'orthodox-christmas', isOn: isDay(1, 7) },
  {
    feast: 'orthodox-easter',
    isOn: day => {
      const { days } = orthodoxEasterOf(day.year).until(day)
      return days >= -2 && days <= 1
    },
  },
]

/** Easter by the Julian calendar (Meeus), as the day it is by ours; right from 1900 to 2099. */
const orthodoxEasterOf = (year: number) => {
  const fullMoon = (19 * (year % 19) + 15) % 30
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - fullMoon + 34) % 7
  const daysAfter = fullMoon + toSunday
  // The earliest it can be is the 22nd of March by the Julian calendar, thirteen days behind.
  return Temporal.PlainDate.from({ year, month: 4, day: 4 }).add({ days: daysAfter })
}
