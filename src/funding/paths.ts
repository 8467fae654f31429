/** The addresses of what the council decided and what it costs. */
export const paths = {
  money: (language: string) => `/${language}/money`,
  staff: (language: string) => `/${language}/staff/money`,
  decision: (language: string, id: string) => `/${language}/staff/money/decisions/${id}`,
  amount: (language: string, centreId: string, year: number) =>
    `/${language}/staff/money/amounts/${centreId}/${year}`,
}
