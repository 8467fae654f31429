/** The paper of a card is the screen of a telephone: 1080 by 1920 pixels at two to a point. */
export const cardPage = `
#set page(width: 540pt, height: 960pt, margin: 40pt)
`

/** How large the beginning of a card is. */
export const cardMeasures = `
#let banner = (
  margin: 40pt, below: 30pt, gap: 22pt, corner: 52pt, name: 25pt, sign: 46pt, kind: 19pt, summary: size => 22pt,
)
`

/** The end of a card, with the address to type or to tap in the message beside it. */
export const cardClosing = `
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
