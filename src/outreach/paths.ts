/** The addresses of what families were told, and of whom somebody has to call. */
export const paths = {
  mailbox: (language: string) => `/${language}/demo/mailbox`,
  mailboxMessage: (language: string, id: string) => `/${language}/demo/mailbox/${id}`,
  /** What is told on paper, and that it was handed over. */
  lettersPdf: (language: string) => `/${language}/staff/letters.pdf`,
  letters: (language: string) => `/${language}/staff/letters`,
  calls: (language: string, after?: string) => `/${language}/staff/calls${after ? `?after=${after}` : ''}`,
  /** What families were told, or one of them. */
  deliveries: (language: string, registrationId?: string, before?: string) => {
    const asked = new URLSearchParams({
      ...(registrationId && { of: registrationId }),
      ...(before && { before }),
    })
    return `/${language}/staff/messages${asked.size > 0 ? `?${asked}` : ''}`
  },
  /** Every message as families read it. */
  previews: (language: string, inLanguage: string = language, isNeutral = false) =>
    `/${language}/staff/messages/previews?in=${inLanguage}${isNeutral ? '&neutral=yes' : ''}`,
  previewsPdf: (language: string, inLanguage: string, isNeutral: boolean) =>
    `/${language}/staff/messages/previews.pdf?in=${inLanguage}${isNeutral ? '&neutral=yes' : ''}`,
  sms: (language: string) => `/${language}/staff/sms`,
  phoneHours: (language: string, centreId: string) => `/${language}/staff/calls/hours/${centreId}`,
  /** Where the answer of a family that was called is entered: its line in the list. */
  line: (language: string, registrationId: string) => `/${language}/staff/registrations/${registrationId}`,
  called: (language: string, id: string) => `/${language}/staff/calls/${id}`,
}
