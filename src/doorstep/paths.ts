/** The addresses of kits at the door: for families, and for the team of the centre. */
export const paths = {
  doorstep: (language: string, centreSlug: string) => `/${language}/centres/${centreSlug}/doorstep`,
  own: (language: string, link: string) => `/${language}/doorstep/${link}`,
  takeBack: (language: string, link: string) => `/${language}/doorstep/${link}/take-back`,
  overview: (language: string) => `/${language}/staff/doorstep`,
  newKit: (language: string) => `/${language}/staff/doorstep/kits/new`,
  kit: (language: string, id: string) => `/${language}/staff/doorstep/kits/${id}`,
  restock: (language: string, id: string) => `/${language}/staff/doorstep/kits/${id}/stock`,
  newRound: (language: string) => `/${language}/staff/doorstep/rounds/new`,
  round: (language: string, id: string) => `/${language}/staff/doorstep/rounds/${id}`,
  changeRound: (language: string, id: string) => `/${language}/staff/doorstep/rounds/${id}/change`,
  print: (language: string, id: string) => `/${language}/staff/doorstep/rounds/${id}/print`,
  close: (language: string, id: string) => `/${language}/staff/doorstep/rounds/${id}/close`,
  enter: (language: string, roundId: string) => `/${language}/staff/doorstep/rounds/${roundId}/requests`,
  tick: (language: string, requestId: string) => `/${language}/staff/doorstep/requests/${requestId}`,
  withdraw: (language: string, requestId: string) =>
    `/${language}/staff/doorstep/requests/${requestId}/withdraw`,
}
