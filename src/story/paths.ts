/** The addresses of the network in ten sentences: to read, and as a sheet for the press. */
export const paths = {
  story: (language: string) => `/${language}/story`,
  pdf: (language: string) => `/${language}/story.pdf`,
}
