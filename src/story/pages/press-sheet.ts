import type { Wording } from '../../platform/wording/wording.ts'
import { nameOfPicture } from './names.ts'
import { Picture, Sign } from './picture.tsx'
import type { Sentence } from './sentences.ts'

type Told = { sentences: readonly Sentence[]; asOf: Temporal.PlainDate; network: string; wording: Wording }

/** The words and pictures of the sheet for the press: those of the page. */
export const sheetOf = ({ sentences, asOf, network, wording }: Told) => {
  const { t, language, direction, fullDay } = wording
  const hasExamples = sentences.some(({ figures }) => figures.some(({ isExample }) => isExample))
  return {
    template,
    data: {
      ...{ language, network, title: t('story.title'), description: t('story.description') },
      day: { year: asOf.year, month: asOf.month, day: asOf.day },
      asOf: t('story.asOf', { day: fullDay(asOf) }),
      note: hasExamples ? t('story.example') : '',
      sentences: sentences.map(sentence => ({
        text: sentence.text,
        picture: sentence.drawing ? String(Picture({ drawing: sentence.drawing, name: '', direction })) : '',
        name: nameOfPicture(sentence, wording),
        width: sentence.drawing?.shape === 'map' ? 52 : 74,
        figures: sentence.figures.map(({ label, text, icon, isExample }) => ({
          ...{ label, text },
          icon: icon ? String(Sign({ icon })) : '',
          mark: isExample ? t('funding.example.tag') : '',
        })),
      })),
    },
  }
}

/** Two columns on A4. Every word comes as data and is set as text, so that nothing in it can be read as markup. */
const template = `
#let data = json(bytes(sys.inputs.data))
#let petrol = rgb("#0a5560")
#let quiet = rgb("#4d5f66")

#set document(
  title: data.title + " · " + data.network,
  author: data.network,
  description: data.description,
  date: datetime(year: data.day.year, month: data.day.month, day: data.day.day),
)
#set page(paper: "a4", margin: (x: 14mm, top: 14mm, bottom: 14mm), footer: context {
  set text(size: 8pt, fill: quiet)
  [#data.network #h(1fr) #counter(page).display()]
})
#set text(lang: data.language, font: ("Noto Sans", "Noto Sans Arabic"), fallback: false, size: 9pt, fill: rgb("#1b2a2f"))
#set par(leading: 0.55em, spacing: 0.7em)
#set list(marker: none, body-indent: 0pt, spacing: 0.7em)
#show heading.where(level: 1): set text(size: 20pt, fill: petrol)

= #data.title

#text(fill: quiet, data.network + " · " + data.asOf)

#let mark(words) = box(
  inset: (x: 3pt), outset: (y: 2pt), radius: 3pt, stroke: 0.6pt + rgb("#6b4600"),
  text(size: 7.5pt, fill: rgb("#6b4600"), words),
)

#let line(figure) = {
  if figure.icon != "" {
    box(baseline: 20%, pdf.artifact(image(bytes(figure.icon), format: "svg", height: 9pt)))
    h(4pt)
  }
  [#figure.label#h(1fr)#strong(figure.text)]
  if figure.mark != "" [ #mark(figure.mark)]
}

#let lines(figures) = list(..figures.map(line))

#let told(sentence) = block(breakable: false, width: 100%, {
  if sentence.picture != "" {
    align(center, image(bytes(sentence.picture), format: "svg", alt: sentence.name, width: sentence.width * 1mm))
  }
  block(above: 3.5mm, below: 3mm, par(text(size: 11.5pt, weight: "bold", sentence.text)))
  set text(size: 8.5pt)
  let half = calc.ceil(sentence.figures.len() / 2)
  if half > 3 {
    grid(
      columns: (1fr, 1fr), column-gutter: 8mm,
      lines(sentence.figures.slice(0, half)), lines(sentence.figures.slice(half)),
    )
  } else { lines(sentence.figures) }
})

#v(2mm)
#grid(
  columns: (1fr, 1fr),
  gutter: 4mm,
  inset: 3.5mm,
  stroke: 0.6pt + rgb("#dfd8c8"),
  ..data.sentences.map(told),
)

#v(2mm)
#if data.note != "" { text(size: 8.5pt, data.note) }
`
