import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { joiningOf, type Told } from '../offer-words.ts'
import { bannerWithFacts } from './banner.ts'
import { drawnFacts } from './drawn-facts.tsx'
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
      heading: spokenIn(offer.title),
      summary: spokenIn({ text: offer.summary, language: offer.title.language }),
      facts: drawnFacts(told, looks.accent, wording),
      joining: joiningOf(told, wording),
      contact: t('print.week.contact'),
    },
  }
}

const template = `
#let margin = 15mm
#set page(paper: "a4", margin: margin)
#let banner = (
  margin: margin, below: 11mm, gap: 8.5mm, corner: 22mm, name: 20pt, sign: 17mm, kind: 14pt,
  summary: size => calc.min(18pt, size * 0.5),
)
${bannerWithFacts}
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

#fill(
  (66, 60, 54, 48, 44, 40, 36, 32, 28, 24).map(points => points * 1pt),
  range(24, 11, step: -1).map(points => points * 1pt), closing,
)
`
