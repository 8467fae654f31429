/** The addresses of what an offer for children without their parents needs. */
export const paths = {
  care: (language: string, slug: string) => `/${language}/staff/programme/${slug}/care`,
  certificates: (language: string, slug: string) => `/${language}/staff/programme/${slug}/certificates`,
  forget: (language: string, slug: string, id: string) =>
    `/${language}/staff/programme/${slug}/certificates/${id}/remove`,
  offer: (language: string, slug: string) => `/${language}/staff/programme/${slug}`,
}
