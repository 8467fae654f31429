/** Where the calendar of a room is read, without an account. */
export const roomPathBehind = (language: string, link: string) =>
  `/${language}/room-calendar/${link}/calendar.ics`
