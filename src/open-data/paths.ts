/** The first part of every address that programs ask; it changes only when old programs would no longer understand. */
export const apiRoot = '/api/v1'

/** The addresses of the open data, without their host. */
export const paths = {
  /** Where people read what programs can ask. */
  page: (language: string) => `/${language}/open-data`,
  api: (path = '') => `${apiRoot}${path}`,
  centre: (id: string) => `${apiRoot}/centres/${id}`,
  offer: (id: string) => `${apiRoot}/offers/${id}`,
  session: (id: string) => `${apiRoot}/sessions/${id}`,
  hsds: (language: string) => `${apiRoot}/hsds/${language}`,
  catalogue: `${apiRoot}/catalogue.ttl`,
  catalogueAsJson: `${apiRoot}/catalogue.jsonld`,
  embedScript: `${apiRoot}/embed.js`,
  /** Where the city office says which sites may show the programme. */
  sites: (language: string) => `/${language}/staff/sites`,
  takeSiteBack: (language: string, id: string) => `/${language}/staff/sites/${id}/take-back`,
  hsdsProfile: `${apiRoot}/hsds-profile`,
}
