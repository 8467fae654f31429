import type { LetterToPrint } from '../../outreach/index.ts'
import { qrCode } from '../../platform/design/index.ts'
import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { look, lookOf } from './look.ts'

type LettersSheet = {
  letters: readonly LetterToPrint[]
  today: Temporal.PlainDate
  address: string
  wording: Wording
}

/**
 * The list of letters, and each on a page of its own in the family's language, with its link as a code for telephones.
 * A neutral one names nobody: whose it is stands in the list alone, by its number.
 */
export const lettersSheet = ({ letters, today, address, wording }: LettersSheet): Sheet => {
  const { t } = wording
  const sender = { name: '', street: '', postalCode: '', town: '', phone: '', colour: '' }
  return {
    template: look + template,
    data: {
      look: lookOf({ title: t('outreach.calls.letters'), sender, address, date: today, wording }),
      heading: t('outreach.calls.letters'),
      head: [t('outreach.log.who'), t('outreach.calls.language'), t('outreach.calls.handedOver')],
      rows: letters.map(({ called, language }) => [
        called ?? '–',
        nameOfLanguage(language, wording.language),
      ]),
      letters: letters.map(letterOf),
    },
  }
}

const letterOf = ({ language, isNeutral, centreName, letter: { subject, paragraphs } }: LetterToPrint) => {
  const [link] = paragraphs.flatMap(({ address }) => address ?? [])
  const { size, path } = qrCode(link ?? '')
  return {
    ...{ language, direction: directionOf(language), subject },
    centre: isNeutral ? '' : centreName,
    paragraphs: paragraphs.map(({ words, code }) => ({ words, code: code ?? '' })),
    link: link?.replace(/^https?:\/\//, '') ?? '',
    picture: link
      ? `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
      : '',
  }
}

const template = `
#set page(paper: "a4", margin: 22mm)
#set text(size: 12pt)
= #text(size: 20pt, weight: 800, fill: accent, data.heading)
#v(6mm)
#table(
  columns: (auto, 2fr, 1.4fr, 1fr),
  stroke: (x, y) => (bottom: 0.6pt + if y == 0 { accent } else { rgb("#c9d2d4") }),
  inset: (x: 2mm, y: 2.8mm),
  align: (x, y) => start + horizon,
  table.header(..("", ..data.head).map(words => text(weight: 700, fill: accent, size: 10.5pt, words))),
  ..data.rows.enumerate().map(((at, row)) => (
    str(at + 1), text(weight: 700, apart(row.at(0))), apart(row.at(1)),
    pdf.artifact(box(width: 6mm, height: 6mm, stroke: 1pt + ink, radius: 1mm)),
  )).flatten(),
)
#for (at, letter) in data.letters.enumerate() {
  pagebreak()
  set text(lang: letter.language, dir: direction(letter.direction), size: 13pt)
  let fromRight = letter.direction == "rtl"
  set align(if fromRight { right } else { left })
  set par(leading: if fromRight { 0.95em } else { 0.65em }, spacing: 1.3em)
  place(top + if fromRight { left } else { right }, text(size: 10pt, fill: quiet, str(at + 1)))
  if letter.centre != "" { text(weight: 700, fill: accent, german(letter.centre)) }
  v(12mm)
  heading(level: 2, text(size: 17pt, weight: 800, apart(letter.subject)))
  v(6mm)
  for paragraph in letter.paragraphs {
    paragraph.words.split("\\n").map(line => [#line]).join(linebreak())
    if paragraph.code != "" { linebreak(); text(size: 20pt, weight: 800, fill: accent, number(paragraph.code)) }
    parbreak()
  }
  if letter.picture != "" {
    v(4mm)
    image(bytes(letter.picture), format: "svg", alt: letter.link, width: 38mm)
    text(size: 10pt, number(letter.link))
  }
}
`
