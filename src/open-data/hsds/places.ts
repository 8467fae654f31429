import type { Context } from '../../identity/index.ts'
import { derivedId } from '../../platform/derived-id.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { PublishedCentre } from '../store/centres.ts'

type Asked = { context: Pick<Context, 'city'>; wording: Wording }

/** A provider with what only it has; its centres go along where everything is asked for. */
export const organizationOf = (centres: readonly PublishedCentre[], { wording }: Asked) => {
  const [{ providerId, provider } = { providerId: '', provider: '' }] = centres
  return {
    id: providerId,
    name: provider,
    description: wording.t('openData.hsds.provider', {
      centres: wording.list(centres.map(({ name }) => name)),
    }),
  }
}

export const fullOrganizationOf = (centres: readonly PublishedCentre[], asked: Asked) => ({
  ...organizationOf(centres, asked),
  locations: centres.map(centre => locationOf(centre, asked)),
})

/** A centre as a place, with its address, hours and way there. */
export const locationOf = (centre: PublishedCentre, { context: { city }, wording }: Asked) => ({
  id: centre.id,
  location_type: 'physical' as const,
  organization_id: centre.providerId,
  name: centre.name,
  description: centre.about || undefined,
  transportation: centre.directions || undefined,
  latitude: centre.latitude ?? undefined,
  longitude: centre.longitude ?? undefined,
  addresses: [
    {
      id: derivedId('address', centre.id),
      location_id: centre.id,
      address_1: centre.street,
      city: centre.town,
      state_province: `${city.country}-${city.state}`,
      postal_code: centre.postalCode,
      country: city.country,
      address_type: 'physical' as const,
    },
  ],
  phones: phonesOf(centre),
  accessibility: centre.isStepFree
    ? [
        {
          id: derivedId('accessibility', centre.id),
          location_id: centre.id,
          description: wording.t('programme.filter.step-free'),
        },
      ]
    : [],
  schedules: centre.hours.map(({ weekday, opens, closes, notes }) => ({
    id: derivedId('opening', centre.id, weekday, opens),
    location_id: centre.id,
    freq: 'WEEKLY' as const,
    interval: 1,
    byday: byday[weekday - 1],
    opens_at: opens,
    closes_at: closes,
    notes: notes[wording.language] ?? notes.de,
  })),
})

export const phonesOf = ({ id, phone }: Pick<PublishedCentre, 'id' | 'phone'>) =>
  phone ? [{ id: derivedId('phone', id), number: phone, type: 'voice' }] : []

export const byday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
