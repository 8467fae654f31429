import type { CentreDetails } from './centre.ts'

/** A centre as a place one can go to, in the words of schema.org. */
export const centreData = (centre: CentreDetails, { url, country }: { url: string; country: string }) => ({
  ...{ '@context': 'https://schema.org', '@type': 'CivicStructure', '@id': `${url}#centre` },
  ...{ name: centre.name, url },
  ...(centre.about && { description: centre.about }),
  ...(centre.phone && { telephone: centre.phone }),
  address: {
    ...{ '@type': 'PostalAddress', streetAddress: centre.street, postalCode: centre.postalCode },
    ...{ addressLocality: centre.town, addressCountry: country },
  },
  ...(centre.latitude !== null &&
    centre.longitude !== null && {
      geo: { '@type': 'GeoCoordinates', latitude: centre.latitude, longitude: centre.longitude },
    }),
  openingHoursSpecification: centre.hours.map(({ weekday, opens, closes }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: `https://schema.org/${days[weekday - 1]}`,
    opens: opens.toString({ smallestUnit: 'minute' }),
    closes: closes.toString({ smallestUnit: 'minute' }),
  })),
})

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
