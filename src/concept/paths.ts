/** The addresses of the framework concept; where an offer is pointed to its articles belongs to the programme. */
export const paths = {
  concept: (language: string) => `/${language}/concept`,
  version: (language: string, slug: string) => `/${language}/concept/${slug}`,
  staff: (language: string) => `/${language}/staff/concept`,
}
