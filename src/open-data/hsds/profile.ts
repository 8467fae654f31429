/**
 * The German profile: how we use HSDS 3.0, and what we add, as merge patches of its schemas (RFC 7386). The additions
 * are those of HSDS 3.1, so that a program which knows 3.1 needs nothing else.
 */
export const germanProfile = {
  name: 'KiezNetz: Familienzentren in Deutschland',
  base: 'https://docs.openreferral.org/en/3.0.0/',
  rules: [
    'One instance for each language: …/hsds/de, …/hsds/en. Texts nobody translated stand in the language they were written in.',
    'A service is held at one location; service_at_location has the id of its service.',
    'timezone is the offset from UTC in hours; where the clocks change, one schedule ends and another begins. opens_at and closes_at carry the offset.',
    'There are no exceptions: where a date is missing, one schedule ends and another begins. Together the schedules are exactly the coming dates; a cancelled one is named in alert.',
    'capacities say what pages for families say: the last three places by number, none when it is full, otherwise nothing.',
    'state_province is ISO 3166-2, such as DE-HE. minimum_age and maximum_age are years, the maximum excluded.',
    'What has no row of its own has an id that follows from what it belongs to (UUID version 8).',
  ],
  patches: {
    'service.json': {
      properties: {
        capacities: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'unit', 'available', 'updated'],
            properties: {
              id: { type: 'string', format: 'uuid' },
              unit: {
                type: 'object',
                required: ['id', 'name'],
                properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } },
              },
              available: { type: 'number', minimum: 0, maximum: 3 },
              updated: { type: 'string', format: 'date-time' },
            },
          },
        },
        additional_urls: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'url'],
            properties: {
              id: { type: 'string', format: 'uuid' },
              label: { type: 'string' },
              url: { type: 'string', format: 'uri' },
            },
          },
        },
      },
      required: ['id', 'name', 'status', 'url', 'last_modified', 'fees_description', 'capacities'],
    },
    'address.json': {
      properties: { country: { const: 'DE' }, state_province: { pattern: '^DE-[A-Z]{2}$' } },
    },
    'schedule.json': {
      properties: { timezone: { minimum: -12, maximum: 14 }, wkst: { enum: ['MO'] }, byyearday: null },
    },
  },
} as const
