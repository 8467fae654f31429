/** The addresses of lending. */
export const paths = {
  atCentre: (language: string, centre: string) => `/${language}/centres/${centre}/lending`,
  ask: (language: string, slug: string) => `/${language}/lending/${slug}`,
  own: (language: string, link: string) => `/${language}/loans/${link}`,
  byCode: (language: string) => `/${language}/loans/code`,
  takeBack: (language: string) => `/${language}/loans/take-back`,
  desk: (language: string) => `/${language}/staff/lending`,
  add: (language: string) => `/${language}/staff/lending/new`,
  thing: (language: string, id: string) => `/${language}/staff/lending/${id}`,
  lend: (language: string, id: string) => `/${language}/staff/lending/${id}/lend`,
  close: (language: string, id: string) => `/${language}/staff/lending/${id}/close`,
  step: (language: string, loanId: string, step: 'promise' | 'decline' | 'hand-out' | 'give-back') =>
    `/${language}/staff/loans/${loanId}/${step}`,
}
