import { inOwnDirection } from '../platform/wording/own-direction.ts'
import { spokenTag, type Wording } from '../platform/wording/wording.ts'
import type { ChangedDate, MessageFacts, MessageKind, News, Paragraph } from './message.ts'

/** A message as a family reads it: one subject, and the same words as paragraphs, plain text and simple HTML. */
export type Letter = {
  subject: string
  paragraphs: Paragraph[]
  text: string
  html: string
  /** Where a mail program stops letters of this kind with one click (RFC 8058). */
  stopUrl?: string
}

export type Place = {
  /** Speaks the family's own language, with times in the zone of the city. */
  wording: Wording
  /** Where the product is reached from outside, such as https://kiez.example. */
  site: string
  /** Somebody else may read along. */
  isNeutral?: boolean
}

/** Puts the news into a letter; where it is to be neutral, it only says that there is some. */
export function letterFor(news: News, place: Place): Letter {
  const { wording, site, isNeutral } = place
  // An address with a key in it would stand in the head of a neutral letter, too.
  if (isNeutral)
    return written(wording.t('outreach.neutral.subject'), neutralParagraphs(news, wording), place)
  const { stopAddress } = news.facts
  return {
    ...written(subjectOf(news, wording), paragraphsFor(news, wording), place),
    ...(stopAddress && { stopUrl: new URL(stopAddress, site).href }),
  }
}

/** Words as a letter; addresses get their host. */
export function written(subject: string, said: readonly Paragraph[], { wording, site }: Place): Letter {
  const paragraphs = said.map(
    ({ address, ...paragraph }): Paragraph =>
      address ? { ...paragraph, address: new URL(address, site).href } : paragraph,
  )
  return { subject, paragraphs, text: asText(paragraphs), html: asHtml(subject, paragraphs, wording) }
}

export const subjectOf = (news: News, wording: Wording): string =>
  news.kind === 'letter'
    ? news.facts.subject
    : wording.t(`outreach.kind.${news.kind}.subject`, { offer: news.facts.offerTitle })

/** What there is to say, from the greeting to the regards. Addresses are without the host. */
export const paragraphsFor = (news: News, wording: Wording): readonly Paragraph[] =>
  news.kind === 'letter' ? news.facts.paragraphs : aboutRegistration(news.kind, news.facts, wording)

/**
 * Whoever else reads it learns of no centre, offer, child or name, and rings nobody who answers with one. What it leads to
 * shows nothing before the code is typed, which stands elsewhere.
 */
function neutralParagraphs(news: News, { t }: Wording): Paragraph[] {
  const { codeAddress } = news.kind === 'letter' ? {} : news.facts
  return [
    { words: t('outreach.letter.greeting') },
    { words: t('outreach.neutral.body') },
    ...(codeAddress ? [{ words: t('outreach.manage.look'), address: codeAddress }] : []),
  ]
}

function aboutRegistration(kind: MessageKind, facts: MessageFacts, wording: Wording): Paragraph[] {
  const { t } = wording
  const embed = embedIn(wording)
  const when = (iso: string) => embed(wording.moment(Temporal.Instant.from(iso)))
  const paragraphs: (Paragraph | '' | false | undefined)[] = [
    { words: t('outreach.greeting', { called: facts.called }) },
    { words: t(bodyOf(kind, facts), { offer: facts.offerTitle }) },
    facts.offeredUntil && { words: t('outreach.until', { until: when(facts.offeredUntil) }) },
    facts.reason && { words: t(`outreach.reason.${facts.reason}`) },
    facts.note && { words: embed(facts.note) },
    ...(facts.dates ?? []).map(date => aboutDate(date, wording)),
    !facts.dates && kind !== 'group-notice' && { words: whenOf(facts, wording) },
    kind !== 'group-notice' &&
      whereOf(facts, wording) !== '' && { words: t('outreach.where', { where: whereOf(facts, wording) }) },
    facts.manageAddress &&
      !facts.dates?.some(date => date.manageAddress) && {
        words: t(`outreach.manage.${waysOn[kind]}`),
        address: facts.manageAddress,
      },
    facts.code && { words: t('outreach.code'), code: facts.code },
    facts.phone && { words: t('outreach.questions', { phone: facts.phone }) },
    facts.stopAddress && { words: t('outreach.stop'), address: facts.stopAddress },
    { words: `${t('outreach.closing')}\n${embed(facts.centreName)}` },
  ]
  return paragraphs.filter(paragraph => typeof paragraph === 'object')
}

/** What is new about one date, and below it the page where this very registration is changed. */
function aboutDate({ was, again, manageAddress, ...date }: ChangedDate, wording: Wording): Paragraph {
  const { t } = wording
  const embed = embedIn(wording)
  const lines = [
    was && t('outreach.dates.was', { when: embed(wording.moment(Temporal.Instant.from(was))) }),
    whenOf(date, wording),
    again && t('outreach.dates.again'),
    date.place && t('outreach.dates.place', { place: date.place }),
    date.leader && t('outreach.dates.leader', { leader: date.leader }),
  ]
  return { words: lines.filter(Boolean).join('\n'), ...(manageAddress && { address: manageAddress }) }
}

function whenOf({ startsAt, ends }: Pick<MessageFacts, 'startsAt' | 'ends'>, wording: Wording) {
  const when = embedIn(wording)(wording.moment(Temporal.Instant.from(startsAt)))
  return ends
    ? wording.t('outreach.whenUntil', { when, until: wording.time(Temporal.PlainTime.from(ends)) })
    : wording.t('outreach.when', { when })
}

const bodyOf = (kind: MessageKind, { leftTheLine }: MessageFacts) =>
  leftTheLine ? ('outreach.leftTheLine' as const) : (`outreach.kind.${kind}.body` as const)

/** A place of its own is not at the centre; empty where it is said of each date. */
const whereOf = ({ centreName, place, street, notAtCentre }: MessageFacts, wording: Wording) => {
  const embedded = (...parts: (string | undefined)[]) => parts.map(part => part && embedIn(wording)(part))
  if (!notAtCentre) return wording.joined(embedded(centreName, place, street))
  if (notAtCentre === 'elsewhere') return wording.joined(embedded(place))
  return wording.joined([wording.t(`programme.way.${notAtCentre}`), ...embedded(centreName)])
}

/** What the personal page is good for after this news. */
const waysOn = {
  'registration-confirmed': 'change',
  'registration-waiting': 'change',
  'registration-asked': 'change',
  'place-offered': 'answer',
  'place-accepted': 'change',
  'registration-cancelled': 'look',
  'offer-expired': 'look',
  'session-cancelled': 'change',
  'session-takes-place': 'change',
  'dates-changed': 'change',
  'child-registered-again': 'change',
  reminder: 'change',
  'group-notice': 'look',
} as const satisfies Record<MessageKind, string>

const asText = (paragraphs: readonly Paragraph[]) =>
  `${paragraphs.map(({ words, address, code }) => [words, address, code].filter(Boolean).join('\n')).join('\n\n')}\n`

const asHtml = (subject: string, paragraphs: readonly Paragraph[], { language, direction }: Wording) =>
  `<!doctype html>
<html lang="${spokenTag(language)}" dir="${direction}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
${paragraphs.map(asParagraph).join('\n')}
</body>
</html>
`

function asParagraph({ words, address, code }: Paragraph) {
  const lines = escaped(words).replaceAll('\n', '<br>')
  const link = address && `<a href="${escaped(address)}" dir="ltr">${escaped(address)}</a>`
  const unbroken = code && `<strong dir="ltr" style="white-space:nowrap">${escaped(code)}</strong>`
  return `<p>${[lines, link, unbroken].filter(Boolean).join('<br>')}</p>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

/** What stands in a letter without a sentence of ours around it. */
const embedIn =
  ({ direction }: Wording) =>
  (text: string) =>
    inOwnDirection(text, direction)
