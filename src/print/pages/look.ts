import { qrCode, readableAccent } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'

/** Who speaks on a sheet, and where families find out more. */
export type Sender = {
  name: string
  street: string
  postalCode: string
  town: string
  phone: string
  colour: string
}

type Looking = { title: string; sender: Sender; address: string; date: Temporal.PlainDate; wording: Wording }

/**
 * What every sheet of a centre carries: its title, its language, the colour of the centre, how to reach it, and the
 * address of the page with the same words, as a code for telephones and in plain letters.
 */
export const lookOf = ({ title, sender, address, date, wording }: Looking) => {
  const { t, language, direction } = wording
  const { size, path } = qrCode(address)
  return {
    ...{ title, language, direction, ...readableAccent(sender.colour) },
    day: { year: date.year, month: date.month, day: date.day },
    centre: sender.name,
    street: [sender.street, [sender.postalCode, sender.town].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    phone: sender.phone,
    code: {
      picture: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
      alt: t('print.code', { address }),
      address: address.replace(/^https?:\/\//, ''),
      hint: t('print.scan'),
    },
  }
}

export type Look = ReturnType<typeof lookOf>

/** Words in the language they were written in, with their direction; what has no end may break anywhere. */
export const spokenIn = ({ text, language }: { text: string; language: string }) => ({
  text: text.replace(/\S{30}(?=\S)/g, '$&\u200b'),
  language,
  direction: directionOf(language),
})

/**
 * The beginning of every template: fonts, direction and the few pieces that all sheets share. Everything is set from
 * data as text, so nothing in it can be read as markup. `unit` scales a whole sheet.
 */
export const look = `
#let data = json(bytes(sys.inputs.data))
#let look = data.look
#let accent = rgb(look.accent)
#let wash = rgb(look.wash)
#let ink = rgb("#1b2a2f")
#let quiet = rgb("#43555c")
#let sun = rgb("#f9b53f")
#let direction(name) = if name == "rtl" { rtl } else { ltr }
#let isRtl = look.direction == "rtl"
#let start = if isRtl { right } else { left }
#let end = if isRtl { left } else { right }

#set document(
  title: look.title,
  author: look.centre,
  date: datetime(year: look.day.year, month: look.day.month, day: look.day.day),
)
#set text(
  lang: look.language, dir: direction(look.direction), fill: ink,
  font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"),
  // What a machine happens to have must make no difference.
  fallback: false,
)
#set par(leading: 0.5em, spacing: 0.6em)
#set list(marker: none, body-indent: 0pt, indent: 0pt)
#show heading: set block(above: 0pt, below: 0pt)

// Words of another language keep their own direction and disturb nobody else's.
#let apart(words) = "\\u{2068}" + words + "\\u{2069}"
#let spoken(words) = text(lang: words.language, apart(words.text))
#let german(words) = text(lang: "de", apart(words))
// A number is read from left to right everywhere.
#let number(words) = "\\u{2066}" + words + "\\u{2069}"

// The rounded corner of the pages, on the side where reading begins.
#let corner(size) = if isRtl { (bottom-right: size) } else { (bottom-left: size) }
#let curved(size) = if isRtl { (bottom-left: size) } else { (bottom-right: size) }

// The sign of the network: a house corner with the sun in it.
#let sign(size, back, front) = pdf.artifact(box(width: size, height: size, baseline: 18%, {
  place(rect(width: 100%, height: 100%, fill: back, radius: (rest: size * 0.28, ..curved(size * 0.08))))
  place(center + horizon, circle(radius: size * 0.2, fill: front))
}))

#let code(size) = box(fill: white, radius: size * 0.06, width: size, height: size, image(
  bytes(look.code.picture), format: "svg", alt: look.code.alt, width: 100%,
))

// The first size, of those that shrink, at which a thing fits into a place; what fits at none flows on to the next
// page. To measure a full week takes half as long as to set it, so each measure says where to look next: words need
// room for their height and their width, lines only for their number.
#let fitting(sizes, width, height, thing) = {
  let guessed(at, high) = {
    let size = sizes.at(at)
    let wanted = if type(size) == int { size * (height / high) } else if type(size) == length {
      size * calc.pow(height / high, 0.6)
    }
    if wanted == none { none } else { sizes.position(size => size <= wanted) }
  }
  let (low, high) = (0, sizes.len() - 1)
  let next = calc.quo(low + high, 2)
  while low < high {
    let needed = measure(block(width: width, thing(sizes.at(next)))).height
    let guess = if needed > 0pt and height > 0pt { guessed(next, needed) }
    if needed <= height { high = next } else { low = next + 1 }
    next = if guess == none { calc.quo(low + high, 2) } else { calc.clamp(guess, low, calc.max(low, high - 1)) }
  }
  sizes.at(low)
}
`
