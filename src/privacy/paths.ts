/** Where the managers of a provider look at its audit log. */
export const paths = {
  deletions: (language: string) => `/${language}/staff/audit/deletions`,
  audit: (language: string, { month, page = 1 }: { month?: string | undefined; page?: number } = {}) => {
    const query = new URLSearchParams({ ...(month && { month }), ...(page > 1 && { page: String(page) }) })
    return `/${language}/staff/audit${query.size > 0 ? `?${query}` : ''}`
  },
}
