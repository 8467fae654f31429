import type { CentreDetails } from '../../centres/index.ts'
import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { hoursInWords, kinds } from '../../programme/index.ts'
import { joiningOf, type Told } from '../offer-words.ts'
import type { SeasonTold } from '../read-season.ts'
import { drawnFacts } from './drawn-facts.tsx'
import { look, lookOf, spokenIn } from './look.ts'

type Booklet = { centre: CentreDetails; season: SeasonTold; address: string; wording: Wording }

/** A season of a centre as a booklet of A5: a cover, the offers by what they are for, and how to find the centre. */
export const bookletSheet = ({ centre, season, address, wording }: Booklet): Sheet => {
  const { t } = wording
  const span = t('print.booklet.span', {
    from: wording.month(season.firstOn),
    until: wording.month(season.lastOn),
  })
  const looks = lookOf({
    title: `${t('print.booklet.heading')} · ${centre.name} · ${span}`,
    ...{ sender: centre, address, date: season.firstOn, wording },
  })
  return {
    template: look + template,
    data: {
      look: looks,
      ...{ heading: t('print.booklet.heading'), span, contact: t('print.week.contact') },
      about: { text: centre.about, language: centre.language },
      chapters: kinds.flatMap(kind => {
        const offers = season.offers.filter(({ offer }) => offer.kind === kind)
        return offers.length > 0
          ? [
              {
                name: t(`programme.kind.${kind}`),
                offers: offers.map(told => offerOf(told, looks.accent, wording)),
              },
            ]
          : []
      }),
      empty: t('print.booklet.empty'),
      hours: {
        heading: t('centres.centre.hours'),
        lines: centre.hours.map(({ weekday, opens, closes }) => ({
          day: wording.weekday(weekday),
          hours: hoursInWords({ starts: opens, ends: closes }, wording),
        })),
      },
      way: {
        heading: t('centres.centre.directions'),
        ...spokenIn(centre.arrival ?? { text: '', language: wording.language }),
      },
    },
  }
}

const offerOf = (told: Told, accent: string, wording: Wording) => ({
  title: spokenIn(told.offer.title),
  summary: spokenIn({ text: told.offer.summary, language: told.offer.title.language }),
  joining: joiningOf(told, wording),
  facts: drawnFacts(told, accent, wording),
})

/** A cover without a number, then pages that say whose they are. An offer is never torn between two. */
const template = `
#let margin = 13mm
#set page(
  paper: "a5", margin: (x: margin, top: margin, bottom: 16mm), binding: start,
  footer: context if here().page() > 1 {
    set text(size: 8.5pt, fill: quiet)
    [#german(look.centre) #h(1fr) #counter(page).display()]
  },
)
#set text(size: 10.5pt)

#block(fill: accent, width: 100%, height: 128mm, outset: (x: margin, top: margin), radius: corner(22mm), {
  set text(fill: white)
  sign(16mm, white, sun)
  v(1fr)
  text(size: 17pt, weight: 700, german(look.centre))
  v(7mm)
  [= #text(size: 40pt, weight: 800, data.heading)]
  v(if isRtl { 10mm } else { 7mm })
  text(size: 15pt, weight: 700, fill: sun, data.span)
  v(9mm)
})
#v(5mm)
#{
  set text(size: 11pt)
  if look.street != "" { german(look.street); linebreak() }
  if look.phone != "" { data.contact; [ ]; text(weight: 700, number(look.phone)) }
}
#pagebreak()

#let offer(it) = block(breakable: false, width: 100%, below: 6mm, {
  [=== #text(size: 13pt, weight: 800, spoken(it.title))]
  v(2.2mm)
  if it.summary.text != "" { par(spoken(it.summary)); v(1mm) }
  grid(columns: (5mm, 1fr), column-gutter: 2mm, row-gutter: 1.6mm, align: (center + top, start + top),
    ..it.facts.map(fact => (
      pdf.artifact(image(bytes(fact.picture), format: "svg", width: 4mm)),
      text(lang: fact.language, apart(fact.text)),
    )).flatten())
  v(1.5mm)
  text(weight: 700, fill: accent, it.joining)
})

#if data.chapters.len() == 0 { data.empty }
#for chapter in data.chapters {
  block(fill: wash, width: 100%, radius: 3mm, inset: (x: 4mm, y: 3mm), above: 7mm, below: 5mm, sticky: true,
    [== #text(size: 15pt, weight: 800, fill: accent, chapter.name)])
  for it in chapter.offers { offer(it) }
}

#block(breakable: false, width: 100%, above: 8mm, {
  if data.hours.lines.len() > 0 {
    [== #text(size: 15pt, weight: 800, fill: accent, data.hours.heading)]
    v(3mm)
    list(spacing: 1.6mm, ..data.hours.lines.map(line => grid(columns: (32mm, 1fr), line.day, apart(line.hours))))
    v(5mm)
  }
  if data.way.text != "" {
    [== #text(size: 15pt, weight: 800, fill: accent, data.way.heading)]
    v(3mm)
    par(spoken(data.way))
    v(5mm)
  }
  grid(columns: (1fr, auto), column-gutter: 5mm, align: (start + horizon, end),
    {
      text(weight: 700, german(look.centre))
      if look.street != "" { linebreak(); german(look.street) }
      if look.phone != "" { linebreak(); number(look.phone) }
      linebreak()
      text(size: 8.5pt, fill: quiet, { look.code.hint; linebreak(); number(look.code.address) })
    },
    code(26mm))
})
`
