import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { factsOf, type Told } from '../offer-words.ts'
import { cardOpening, cardPage } from './card-look.ts'
import { drawnIcon } from './drawn-icon.tsx'
import { look, lookOf, type Sender, spokenIn } from './look.ts'

type OfferCard = { told: Told; sender: Sender; address: string; today: Temporal.PlainDate; wording: Wording }

/** An offer as a picture for a telephone. */
export const offerCard = ({ told, sender, address, today, wording }: OfferCard): Sheet => {
  const { offer } = told
  const looks = lookOf({ title: offer.title.text, sender, address, date: today, wording })
  return {
    template: look + cardPage + template,
    data: {
      look: looks,
      kind: wording.t(`programme.kind.${offer.kind}`),
      heading: spokenIn(offer.title),
      summary: spokenIn({ text: offer.summary, language: offer.title.language }),
      contact: wording.t('print.week.contact'),
      facts: factsOf(told, wording).map(({ icon, text, language }) => ({
        picture: drawnIcon(icon, looks.accent),
        ...{ text, language: language ?? wording.language },
      })),
    },
  }
}

const template = `
${cardOpening}
#let facts(size) = grid(
  columns: (size * 2, 1fr), column-gutter: 14pt, row-gutter: 14pt, align: (center + horizon, start + horizon),
  ..data.facts.map(fact => (
    pdf.artifact(box(fill: wash, radius: size * 0.5, width: size * 2, height: size * 2, inset: size * 0.42,
      image(bytes(fact.picture), format: "svg", width: 100%))),
    text(size: size, weight: 700, lang: fact.language, apart(fact.text)),
  )).flatten(),
)
#layout(room => {
  let high(thing) = measure(block(width: room.width, thing)).height
  let longest(size) = calc.max(..data.heading.text.split().map(word => measure(text(size: size, weight: 800, word)).width))
  let titles = range(62, 22, step: -4).map(points => points * 1pt)
  let title = fitting(titles.filter(size => longest(size) <= room.width) + (titles.last(),), room.width, room.height * 0.5, opening)
  let rest = room.height - high(opening(title)) - high(closing) - 50pt
  let size = fitting(range(26, 13, step: -1).map(points => points * 1pt), room.width, rest, facts)
  opening(title)
  v(1fr)
  facts(size)
  v(1fr)
  closing
})
`
