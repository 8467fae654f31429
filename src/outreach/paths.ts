/** The addresses of what families were told, and of whom somebody has to call. */
export const paths = {
  mailbox: (language: string) => `/${language}/demo/mailbox`,
  mailboxMessage: (language: string, id: string) => `/${language}/demo/mailbox/${id}`,
  calls: (language: string) => `/${language}/staff/calls`,
  sms: (language: string) => `/${language}/staff/sms`,
  called: (language: string, id: string) => `/${language}/staff/calls/${id}`,
}
