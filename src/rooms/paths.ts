/** The addresses of rooms. */
export const paths = {
  week: (language: string, { from, centre }: { from?: Temporal.PlainDate; centre?: string } = {}) => {
    const query = new URLSearchParams({ ...(centre && { centre }), ...(from && { from: from.toString() }) })
    return `/${language}/staff/rooms${query.size > 0 ? `?${query}` : ''}`
  },
  list: (language: string) => `/${language}/staff/rooms/list`,
  add: (language: string, partOf?: string) =>
    `/${language}/staff/rooms/new${partOf ? `?${new URLSearchParams({ partOf })}` : ''}`,
  room: (language: string, id: string) => `/${language}/staff/rooms/list/${id}`,
  close: (language: string, id: string) => `/${language}/staff/rooms/list/${id}/close`,
  /** Who has the calendar of a room. */
  calendar: (language: string, id: string) => `/${language}/staff/rooms/list/${id}/calendar`,
  takeCalendarBack: (language: string, id: string, calendar: string) =>
    `/${language}/staff/rooms/list/${id}/calendar/${calendar}/take-back`,
  book: (language: string, wish: { room?: string; day?: Temporal.PlainDate; centre?: string } = {}) => {
    const { room, day, centre } = wish
    const query = new URLSearchParams({
      ...{ ...(centre && { centre }), ...(room && { room }) },
      ...(day && { firstOn: day.toString() }),
    })
    return `/${language}/staff/rooms/book${query.size > 0 ? `?${query}` : ''}`
  },
  booking: (language: string, id: string) => `/${language}/staff/rooms/bookings/${id}`,
  move: (language: string, id: string) => `/${language}/staff/rooms/bookings/${id}/move`,
  prolong: (language: string, id: string) => `/${language}/staff/rooms/bookings/${id}/prolong`,
  cancel: (language: string, id: string) => `/${language}/staff/rooms/bookings/${id}/cancel`,
  use: (language: string, id: string) => `/${language}/staff/rooms/bookings/${id}/use`,
}
