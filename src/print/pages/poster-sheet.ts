import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { factsOf, joiningOf, type Told } from '../offer-words.ts'
import { drawnIcon } from './drawn-icon.tsx'
import { look, lookOf, type Sender, spokenIn } from './look.ts'

type Poster = { told: Told; sender: Sender; address: string; today: Temporal.PlainDate; wording: Wording }

/** An offer as a poster of A4: what it is, from across the street; when and where, from a step away. */
export const posterSheet = ({ told, sender, address, today, wording }: Poster): Sheet => {
  const { offer } = told
  const { t } = wording
  const looks = lookOf({
    title: `${offer.title.text} · ${sender.name}`,
    sender,
    address,
    date: today,
    wording,
  })
  return {
    template: look + template,
    data: {
      look: looks,
      kind: t(`programme.kind.${offer.kind}`),
      title: spokenIn(offer.title),
      summary: spokenIn({ text: offer.summary, language: offer.title.language }),
      facts: factsOf(told, wording).map(({ icon, text, language }) => ({
        picture: drawnIcon(icon, looks.accent),
        ...{ text, language: language ?? wording.language },
      })),
      joining: joiningOf(offer, wording),
      contact: t('print.week.contact'),
    },
  }
}

/** The title takes what room it needs, the facts the rest; both shrink before anything leaves the sheet. */
const template = `
#let margin = 15mm
#set page(paper: "a4", margin: margin)

#let opening(size) = block(
  fill: accent, width: 100%, outset: (x: margin, top: margin), inset: (bottom: 11mm), radius: corner(22mm),
  {
    set text(fill: white)
    grid(columns: (1fr, auto), align: (start + horizon, end + top), column-gutter: 6mm,
      text(size: 20pt, weight: 700, german(look.centre)), sign(17mm, white, sun))
    v(9mm)
    box(fill: sun, radius: 20pt, inset: (x: 11pt, y: 7pt), text(size: 14pt, weight: 700, fill: ink, data.kind))
    v(8mm)
    {
      set par(leading: if isRtl { 0.7em } else { 0.36em })
      [= #text(size: size, weight: 800, hyphenate: true, spoken(data.title))]
    }
    if data.summary.text != "" {
      v(4mm + size * if isRtl { 0.35 } else { 0.2 })
      set par(leading: 0.5em)
      text(size: calc.min(18pt, size * 0.5), spoken(data.summary))
    }
  },
)

#let facts(size) = grid(
  columns: (size * 2.1, 1fr), column-gutter: size * 0.7, row-gutter: size * 0.72, align: (center + horizon, start + horizon),
  ..data.facts.map(fact => (
    pdf.artifact(box(fill: wash, radius: size * 0.5, width: size * 2.1, height: size * 2.1, inset: size * 0.42,
      image(bytes(fact.picture), format: "svg", width: 100%))),
    text(size: size, weight: 700, lang: fact.language, apart(fact.text)),
  )).flatten(),
)

#let closing = block(
  fill: wash, width: 100%, breakable: false, outset: (x: margin, bottom: margin), inset: (top: 8mm),
  grid(
    columns: (1fr, auto), column-gutter: 8mm, align: (start + horizon, end + bottom),
    {
      text(size: 18pt, weight: 800, fill: accent, data.joining)
      v(4mm)
      set text(size: 14pt)
      text(weight: 700, german(look.centre))
      if look.street != "" { linebreak(); german(look.street) }
      if look.phone != "" { linebreak(); data.contact; [ ]; text(weight: 700, number(look.phone)) }
    },
    align(center, {
      code(40mm)
      v(1mm)
      block(width: 58mm, {
        set text(size: 9.5pt)
        set par(leading: 0.4em)
        text(fill: quiet, look.code.hint)
        linebreak()
        text(weight: 700, number(look.code.address))
      })
    }),
  ),
)

#layout(room => {
  let high(thing) = measure(block(width: room.width, thing)).height
  let titles = (66, 60, 54, 48, 44, 40, 36, 32, 28, 24).map(points => points * 1pt)
  let words = range(24, 11, step: -1).map(points => points * 1pt)
  let longest(size) = calc.max(..data.title.text.split().map(word => measure(text(size: size, weight: 800, word)).width))
  let title = fitting(titles.filter(size => longest(size) <= room.width) + (titles.last(),), room.width, room.height * 0.5, opening)
  let rest = room.height - high(opening(title)) - high(closing) - 16mm
  let size = fitting(words, room.width, rest, facts)
  opening(title)
  v(1fr)
  v(4mm)
  facts(size)
  v(1fr)
  v(4mm)
  closing
})
`
