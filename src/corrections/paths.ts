/** The addresses of saying what is wrong, and of mending it. */
export const paths = {
  /** `page` is the address of what is wrong, without its language. */
  send: (language: string, page: string) => `/${language}/wrong?${new URLSearchParams({ page })}`,
  thanks: (language: string, page: string) =>
    `/${language}/wrong?${new URLSearchParams({ page, news: 'sent' })}`,
  list: (language: string) => `/${language}/staff/corrections`,
  understand: (language: string) => `/${language}/staff/corrections/understand`,
  settle: (language: string) => `/${language}/staff/corrections/settle`,
}
