/** The addresses of what staff print; what everybody may print stands with the page that shows the same. */
export const paths = {
  door: (language: string, roomId: string, day?: Temporal.PlainDate) =>
    `/${language}/staff/rooms/list/${roomId}/door.pdf${day ? `?day=${day}` : ''}`,
}
