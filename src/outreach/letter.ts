import type { Wording } from '../platform/wording/wording.ts'
import type { MessageFacts, MessageKind } from './message.ts'

/** A message as a family reads it: one subject, and the same words as paragraphs, plain text and simple HTML. */
export type Letter = { subject: string; paragraphs: Paragraph[]; text: string; html: string }

/** Words, and below them the address they speak of. */
export type Paragraph = { words: string; address?: string }

type Place = {
  /** Speaks the family's own language, with times in the zone of the city. */
  wording: Wording
  /** Where the product is reached from outside, such as https://kiez.example. */
  site: string
}

/** Puts the news into a letter. */
export function letterFor(kind: MessageKind, facts: MessageFacts, { wording, site }: Place): Letter {
  const address = facts.manageAddress && new URL(facts.manageAddress, site).href
  const subject = wording.t(`outreach.kind.${kind}.subject`, { offer: embedIn(wording)(facts.offerTitle) })
  const paragraphs = paragraphsFor(kind, { ...facts, ...(address && { manageAddress: address }) }, wording)
  return { subject, paragraphs, text: asText(paragraphs), html: asHtml(subject, paragraphs, wording) }
}

/** What there is to say, from the greeting to the regards. */
export function paragraphsFor(kind: MessageKind, facts: MessageFacts, wording: Wording): Paragraph[] {
  const { t } = wording
  const embed = embedIn(wording)
  const when = (iso: string) => embed(wording.moment(Temporal.Instant.from(iso)))
  return [
    { words: t('outreach.greeting', { called: embed(facts.called) }) },
    { words: t(`outreach.kind.${kind}.body`, { offer: embed(facts.offerTitle) }) },
    facts.offeredUntil && { words: t('outreach.until', { until: when(facts.offeredUntil) }) },
    facts.reason && { words: t(`outreach.reason.${facts.reason}`) },
    facts.note && { words: embed(facts.note) },
    { words: t('outreach.when', { when: when(facts.startsAt) }) },
    facts.place && { words: t('outreach.where', { where: embed(facts.place) }) },
    facts.manageAddress && { words: t('outreach.manage'), address: facts.manageAddress },
    facts.code && { words: t('outreach.code', { code: embed(facts.code) }) },
    { words: `${t('outreach.closing')}\n${embed(facts.centreName)}` },
  ].filter((paragraph): paragraph is Paragraph => Boolean(paragraph))
}

const asText = (paragraphs: readonly Paragraph[]) =>
  `${paragraphs.map(({ words, address }) => (address ? `${words}\n${address}` : words)).join('\n\n')}\n`

const asHtml = (subject: string, paragraphs: readonly Paragraph[], { language, direction }: Wording) =>
  `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
${paragraphs.map(asParagraph).join('\n')}
</body>
</html>
`

function asParagraph({ words, address }: Paragraph) {
  const lines = escaped(words).replaceAll('\n', '<br>')
  if (!address) return `<p>${lines}</p>`
  return `<p>${lines}<br><a href="${escaped(address)}" dir="ltr">${escaped(address)}</a></p>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

/** Inside Arabic a German title or a number keeps its own order (Unicode first strong isolate). */
const embedIn =
  ({ direction }: Wording) =>
  (text: string) =>
    direction === 'rtl' ? `\u2068${text}\u2069` : text
