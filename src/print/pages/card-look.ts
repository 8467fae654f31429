/** The paper of a card is the screen of a telephone: 1080 by 1920 pixels at two to a point. */
export const cardPage = `
#set page(width: 540pt, height: 960pt, margin: 40pt)
`

/** The coloured beginning of a card, and its end with the address to type or to tap in the message beside it. */
export const cardOpening = `
#let opening(size) = block(
  fill: accent, width: 100%, outset: (x: 40pt, top: 40pt), inset: (bottom: 30pt), radius: corner(52pt),
  {
    set text(fill: white)
    grid(columns: (1fr, auto), align: (start + horizon, end + top), column-gutter: 16pt,
      text(size: 25pt, weight: 700, german(look.centre)), sign(46pt, white, sun))
    v(22pt)
    box(fill: sun, radius: 20pt, inset: (x: 12pt, y: 8pt), text(size: 19pt, weight: 700, fill: ink, data.kind))
    v(22pt)
    {
      set par(leading: if isRtl { 0.7em } else { 0.36em })
      [= #text(size: size, weight: 800, hyphenate: true, spoken(data.heading))]
    }
    if data.summary.text != "" {
      v(12pt + size * if isRtl { 0.35 } else { 0.2 })
      set par(leading: 0.5em)
      text(size: 22pt, spoken(data.summary))
    }
  },
)

#let closing = block(
  fill: wash, width: 100%, breakable: false, outset: (x: 40pt, bottom: 40pt), inset: (top: 26pt),
  {
    set text(size: 20pt)
    text(size: 24pt, weight: 800, fill: accent, german(look.centre))
    if look.street != "" { linebreak(); german(look.street) }
    if look.phone != "" { linebreak(); data.contact; [ ]; text(weight: 700, number(look.phone)) }
    linebreak()
    text(size: 17pt, fill: quiet, number(look.code.address))
  },
)
`
