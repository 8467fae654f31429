/** The addresses under which groups find a room and ask for it. */
export const publicPaths = {
  all: (language: string) => `/${language}/rooms`,
  room: (language: string, slug: string, from?: Temporal.PlainDate) =>
    `/${language}/rooms/${slug}${from ? `?${new URLSearchParams({ from: from.toString() })}` : ''}`,
  ask: (language: string, slug: string, day?: Temporal.PlainDate) =>
    `/${language}/rooms/${slug}/ask${day ? `?${new URLSearchParams({ day: day.toString() })}` : ''}`,
  own: (language: string, link: string) => `/${language}/room-requests/${link}`,
  byCode: (language: string) => `/${language}/room-requests/code`,
  takeBack: (language: string) => `/${language}/room-requests/take-back`,
  requests: (language: string) => `/${language}/staff/room-requests`,
  request: (language: string, id: string) => `/${language}/staff/room-requests/${id}`,
  confirm: (language: string, id: string) => `/${language}/staff/room-requests/${id}/confirm`,
  decline: (language: string, id: string) => `/${language}/staff/room-requests/${id}/decline`,
  money: (language: string, id: string) => `/${language}/staff/room-requests/${id}/money`,
}
