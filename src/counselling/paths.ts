/** The addresses of consultations: for families, and for the team of the centre. */
export const paths = {
  times: (language: string, centreSlug: string) => `/${language}/centres/${centreSlug}/counselling`,
  book: (language: string, centreSlug: string, time?: { startsAt: Temporal.Instant; topic: string }) =>
    `/${language}/centres/${centreSlug}/counselling/book${
      time ? `?${new URLSearchParams({ at: time.startsAt.toString(), topic: time.topic })}` : ''
    }`,
  own: (language: string, link: string) => `/${language}/counselling/${link}`,
  giveBack: (language: string, link: string) => `/${language}/counselling/${link}/cancel`,
  byCode: (language: string) => `/${language}/counselling/code`,
  giveBackByCode: (language: string) => `/${language}/counselling/code/cancel`,
  day: (language: string, day?: Temporal.PlainDate) =>
    `/${language}/staff/counselling${day ? `?day=${day}` : ''}`,
  /** The days of which bookings are not forgotten yet. */
  lately: (language: string) => `/${language}/staff/counselling?lately=yes`,
  mark: (language: string, bookingId: string) => `/${language}/staff/counselling/bookings/${bookingId}`,
  hours: (language: string) => `/${language}/staff/counselling/hours`,
  withdraw: (language: string, hourId: string) => `/${language}/staff/counselling/hours/${hourId}/withdraw`,
}
