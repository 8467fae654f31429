/** Says what is celebrated on a day, or nothing on an ordinary day. */
export type PublicHolidays = (day: Temporal.PlainDate) => string | undefined

/**
 * The public holidays of a state by law, such as DE and HE; Sundays are none. Names come in the language of the
 * country. Kept per state and year, because a series asks for every one of its dates.
 */
export const publicHolidaysOf = async (country: string, state: string): Promise<PublicHolidays> => {
  const key = `${country}-${state}`
  const known = calendars.get(key) ?? openCalendar(country, state)
  calendars.set(key, known)
  return known
}

/** Whether the holidays of such a state are known: DE has HE, but no XX. */
export const isKnownState = async (country: string, state: string): Promise<boolean> => {
  const { default: Holidays } = await import('date-holidays')
  return Object.hasOwn(new Holidays().getStates(country) ?? {}, state)
}

const calendars = new Map<string, Promise<PublicHolidays>>()

const openCalendar = async (country: string, state: string): Promise<PublicHolidays> => {
  // The library brings the holidays of all countries (40 MB): only who plans dates loads it.
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(country, state)
  const years = new Map<number, Map<string, string>>()
  const ofYear = (year: number) =>
    new Map(
      calendar
        .getHolidays(year)
        .filter(holiday => holiday.type === 'public')
        .map(holiday => [holiday.date.slice(0, 10), holiday.name]),
    )
  return day => {
    const holidays = years.get(day.year) ?? ofYear(day.year)
    years.set(day.year, holidays)
    return holidays.get(day.toString())
  }
}
