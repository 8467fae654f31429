/** The addresses of fees: for a family, for the lead with her box, and for the provider that reads the book. */
export const paths = {
  myFee: (language: string, link: string) => `/${language}/my/${link}/fee`,
  cash: (language: string) => `/${language}/staff/fees`,
  payers: (language: string, intakeId: string) => `/${language}/staff/fees/intakes/${intakeId}`,
  level: (language: string, registrationId: string) =>
    `/${language}/staff/fees/registrations/${registrationId}/level`,
  pay: (language: string, registrationId: string) =>
    `/${language}/staff/fees/registrations/${registrationId}/payment`,
  confirmation: (language: string, registrationId: string) =>
    `/${language}/staff/fees/registrations/${registrationId}/confirmation.pdf`,
  entry: (language: string, entryId: string) => `/${language}/staff/fees/entries/${entryId}`,
  receipt: (language: string, entryId: string) => `/${language}/staff/fees/entries/${entryId}/receipt.pdf`,
  box: (language: string, centreSlug: string) => `/${language}/staff/fees/${centreSlug}`,
  take: (language: string, centreSlug: string) => `/${language}/staff/fees/${centreSlug}/payment`,
  move: (language: string, centreSlug: string) => `/${language}/staff/fees/${centreSlug}/move`,
  count: (language: string, centreSlug: string) => `/${language}/staff/fees/${centreSlug}/count`,
  prices: (language: string, centreSlug: string) => `/${language}/staff/fees/${centreSlug}/prices`,
  sheet: (language: string, centreSlug: string, number: number) =>
    `/${language}/staff/fees/${centreSlug}/sheets/${number}`,
}
