/** The addresses under which partners propose offers and leads decide on them. */
export const paths = {
  own: (language: string, link: string) => `/${language}/partner/${link}`,
  fresh: (language: string, link: string) => `/${language}/partner/${link}/new`,
  proposal: (language: string, link: string, id: string) => `/${language}/partner/${link}/proposals/${id}`,
  takeBack: (language: string, link: string, id: string) =>
    `/${language}/partner/${link}/proposals/${id}/take-back`,
  change: (language: string, link: string, offerId: string) =>
    `/${language}/partner/${link}/offers/${offerId}`,
  stillRight: (language: string, link: string, offerId: string) =>
    `/${language}/partner/${link}/offers/${offerId}/still-right`,
  list: (language: string) => `/${language}/staff/proposals`,
  makeLink: (language: string) => `/${language}/staff/proposals/links`,
  revokeLinks: (language: string) => `/${language}/staff/proposals/links/revoke`,
  decide: (language: string, id: string) => `/${language}/staff/proposals/${id}`,
  approve: (language: string, id: string) => `/${language}/staff/proposals/${id}/approve`,
  edit: (language: string, id: string) => `/${language}/staff/proposals/${id}/edit`,
  sendBack: (language: string, id: string) => `/${language}/staff/proposals/${id}/send-back`,
}
