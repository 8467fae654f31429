import type { City } from '../identity/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import {
  type Entry,
  hoursInWords,
  joiningOf,
  priceInWords,
  paths as programmePaths,
} from '../programme/index.ts'

/** What a page of somebody else shows of the programme: finished words, so that its script stays small. */
export type Shown = {
  language: string
  direction: 'ltr' | 'rtl'
  title: string
  items: {
    href: string
    title: string
    language: string
    when: string
    where: string
    note: string
    isCancelled: boolean
  }[]
  nothing: string
  more: { href: string; label: string }
}

type Surroundings = { wording: Wording; origin: string; now: Temporal.Instant; city: City; more: string }

export const shownElsewhere = (
  entries: readonly Entry[],
  { wording, origin, now, city, more }: Surroundings,
): Shown => ({
  ...{ language: wording.language, direction: wording.direction },
  title: city.names[wording.language]?.name ?? Object.values(city.names)[0]?.name ?? city.slug,
  items: entries.flatMap(entry =>
    entry.session ? [itemOf(entry, entry.session, { wording, origin, now })] : [],
  ),
  nothing: wording.t('openData.embed.nothing'),
  more: { href: origin + more, label: wording.t('openData.embed.more') },
})

const itemOf = (
  entry: Entry,
  session: NonNullable<Entry['session']>,
  { wording, origin, now }: Pick<Surroundings, 'wording' | 'origin' | 'now'>,
) => ({
  href: origin + programmePaths.session(wording.language, session.id),
  ...{ title: entry.title.text, language: entry.title.language },
  when: wording.joined([wording.shortDay(session.heldOn), hoursInWords(session, wording)]),
  where: [entry.place, entry.centre.name].filter(Boolean).join(' · '),
  note: noteOf(entry, wording, now),
  isCancelled: session.cancelled !== null,
})

/** That it is off, or else what it costs and whether there is room. */
const noteOf = (entry: Entry, wording: Wording, now: Temporal.Instant) => {
  const { t } = wording
  if (entry.session?.cancelled) return t('programme.cancelled.short')
  const joining = joiningOf(entry.registration, entry.intake, now)
  const room =
    (joining.joining === 'few' && t('programme.joining.few', { count: joining.places })) ||
    (joining.joining === 'waiting' && t('programme.joining.waiting')) ||
    (joining.joining === 'closed' && t('programme.joining.closed')) ||
    (joining.joining === 'by-invitation' && t('programme.joining.by-invitation'))
  return [priceInWords(entry, wording), room].filter(Boolean).join(' · ')
}
