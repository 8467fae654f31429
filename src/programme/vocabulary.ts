/** What an offer is about; the names and the words families search by stand in the messages. */
export const topics = [
  'baby',
  'pregnancy',
  'feeding',
  'sleep',
  'play',
  'movement',
  'music',
  'craft',
  'reading',
  'language',
  'nature',
  'food',
  'meeting',
  'party',
  'fathers',
  'upbringing',
  'separation',
  'health',
  'daycare',
  'school',
  'work',
  'forms-and-benefits',
  'second-hand',
  'swap',
] as const
export type Topic = (typeof topics)[number]

export const kinds = ['encounter', 'activity', 'education', 'counselling', 'neighbourly'] as const
export type Kind = (typeof kinds)[number]

export const formats = ['drop-in', 'course', 'event', 'consultation', 'outreach'] as const
export type Format = (typeof formats)[number]

export const ways = ['on-site', 'online', 'phone', 'door'] as const
export type Way = (typeof ways)[number]

export const audiences = ['everyone', 'fathers', 'mothers', 'grandparents'] as const
export type ForWhom = (typeof audiences)[number]

/**
 * What lets somebody come who would stay away otherwise, besides what it costs, whether one registers, who is meant and
 * whether there are steps; `women-only` is a place without men.
 */
export const eases = ['no-papers', 'no-german', 'women-only', 'pram', 'sibling-care', 'food'] as const
export type Ease = (typeof eases)[number]

export const isTopic = (value: string): value is Topic => (topics as readonly string[]).includes(value)
export const isKind = (value: string): value is Kind => (kinds as readonly string[]).includes(value)
