/**
 * What a poster and a card of an offer share: the coloured beginning, the facts, and how large both become. Each says
 * its measures before, as `banner`: the `margin` of its paper, the room `below` the beginning and the `gap` inside it,
 * its `corner`, the sizes of `name`, `sign`, `kind` and `summary` (by the size of the heading).
 */
export const banner = `
#let opening(size) = block(
  fill: accent, width: 100%, outset: (x: banner.margin, top: banner.margin), inset: (bottom: banner.below),
  radius: corner(banner.corner),
  {
    set text(fill: white)
    grid(columns: (1fr, auto), align: (start + horizon, end + top), column-gutter: 16pt,
      text(size: banner.name, weight: 700, german(look.centre)), sign(banner.sign, white, sun))
    v(banner.gap)
    box(fill: sun, radius: 20pt, inset: (x: banner.kind * 0.7, y: banner.kind * 0.45),
      text(size: banner.kind, weight: 700, fill: ink, data.kind))
    v(banner.gap)
    {
      set par(leading: if isRtl { 0.7em } else { 0.36em })
      [= #text(size: size, weight: 800, hyphenate: true, spoken(data.heading))]
    }
    if data.summary.text != "" {
      v(banner.gap * 0.5 + size * if isRtl { 0.35 } else { 0.2 })
      set par(leading: 0.5em)
      text(size: (banner.summary)(size), spoken(data.summary))
    }
  },
)
`

/** The title takes what room it needs, the facts the rest; both shrink before anything leaves the sheet. */
export const bannerWithFacts = `
${banner}
#let facts(size) = grid(
  columns: (size * 2, 1fr), column-gutter: size * 0.7, row-gutter: size * 0.7,
  align: (center + horizon, start + horizon),
  ..data.facts.map(fact => (
    pdf.artifact(box(fill: wash, radius: size * 0.5, width: size * 2, height: size * 2, inset: size * 0.42,
      image(bytes(fact.picture), format: "svg", width: 100%))),
    text(size: size, weight: 700, lang: fact.language, apart(fact.text)),
  )).flatten(),
)

#let fill(titles, sizes, closing) = layout(room => {
  let high(thing) = measure(block(width: room.width, thing)).height
  let longest(size) = calc.max(
    ..data.heading.text.split().map(word => measure(text(size: size, weight: 800, word)).width))
  let narrow = titles.filter(size => longest(size) <= room.width) + (titles.last(),)
  let title = fitting(narrow, room.width, room.height * 0.5, opening)
  let size = fitting(sizes, room.width, room.height - high(opening(title)) - high(closing) - 50pt, facts)
  opening(title)
  v(1fr)
  v(12pt)
  facts(size)
  v(1fr)
  v(12pt)
  closing
})
`
