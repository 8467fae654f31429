/** Of a child born in a month of a year, in months; below zero before the birth, undefined where that is no month. */
export const ageInMonths = (month: number, year: number, today: { year: number; month: number }) => {
  if (!(month >= 1 && month <= 12) || !(year >= 1900)) return undefined
  const age = (today.year - year) * 12 + today.month - month
  return age < -9 ? undefined : age
}

/** Now, or from next month on: whoever needs an appointment must know before. The upper bound is excluded. */
export const isDue = (age: number, { from, until }: { from: number; until: number }) =>
  age + 1 >= from && age < until

/** A year as it was typed: keyboards of Arabic and Persian have digits of their own. */
export const yearFrom = (typed: string) =>
  Number(typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15)))
