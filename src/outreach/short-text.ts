import type { Wording } from '../platform/wording/wording.ts'
import type { MessageFacts, News } from './message.ts'

type Place = { wording: Wording; site: string; isNeutral: boolean }

/**
 * The news as an SMS: what, when, until when to answer, and the personal page, where all else stands and everything
 * can be done. Without letters that only look nicer and would double its price. What is written already goes as it is.
 */
export function shortTextFor({ kind, facts }: News, { wording, site, isNeutral }: Place) {
  const { t } = wording
  if (kind === 'letter')
    return plainly(
      facts.paragraphs.flatMap(({ words, address }) => [words, address && new URL(address, site).href]),
    )
  if (isNeutral) return neutrally(facts, { wording, site })
  const { offeredUntil, manageAddress, code } = facts
  const link = manageAddress && new URL(manageAddress, site).href
  const moment = (iso: string) => wording.moment(Temporal.Instant.from(iso))
  return plainly([
    t(`outreach.sms.${kind}`, { offer: shortened(facts.offerTitle), when: moment(facts.startsAt) }),
    offeredUntil && t('outreach.sms.until', { until: moment(offeredUntil) }),
    link,
    code && t('outreach.sms.code', { code }),
    facts.centreName,
  ])
}

/** Several news at once: where they stand. */
export function severalShortly({ kind, facts }: News, { wording, site, isNeutral }: Place) {
  const { t } = wording
  if (kind === 'letter') throw new Error('A letter goes alone')
  if (isNeutral) return neutrally(facts, { wording, site })
  const link = facts.manageAddress && new URL(facts.manageAddress, site).href
  return plainly([t('outreach.sms.several'), link, facts.centreName])
}

const neutrally = ({ codeAddress }: MessageFacts, { wording, site }: Omit<Place, 'isNeutral'>) =>
  plainly([wording.t('outreach.neutral.subject'), codeAddress && new URL(codeAddress, site).href])

const shortened = (title: string) =>
  title.length > longestTitle ? `${title.slice(0, longestTitle - 3).trimEnd()}...` : title

const longestTitle = 40

const plainly = (lines: readonly (string | undefined)[]) =>
  lines
    .filter(Boolean)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’‚]/g, "'")
    .replaceAll('…', '...')
