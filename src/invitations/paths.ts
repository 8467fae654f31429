/** The addresses of invitations that partners hand on. */
export const paths = {
  list: (language: string, query: { centre?: string; news?: string } = {}) =>
    `/${language}/staff/invitations${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`,
  redeem: (language: string) => `/${language}/staff/invitations/code`,
  showDoor: (language: string) => `/${language}/staff/invitations/door`,
  takeDoorDown: (language: string) => `/${language}/staff/invitations/door/take-down`,
  doorPicture: (language: string, centre: string) => `/${language}/staff/invitations/doors/${centre}`,
  takeBack: (language: string, id: string) => `/${language}/staff/invitations/${id}/take-back`,
  sheet: (language: string, id: string) => `/${language}/staff/invitations/${id}/tear-offs.pdf`,
}
