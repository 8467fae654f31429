import { readableAccent } from '../../platform/design/index.ts'
import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type DayOfWeek, DayPicture, type Entry, EntryPicture, hoursInWords } from '../../programme/index.ts'
import { look, lookOf, type Sender } from './look.ts'

type Week = {
  sender: Sender
  monday: Temporal.PlainDate
  days: readonly DayOfWeek[]
  /** Where the same week stands on the web, with its host. */
  address: string
  wording: Wording
}

/** A week of a centre for its door, for those who do not read: pictures, whose words only a screen reader says. */
export const pictureSheet = ({ sender, monday, days, address, wording }: Week): Sheet => {
  const { t, direction } = wording
  const drawing = { colour: readableAccent(sender.colour).accent, direction }
  const title = `${t('programme.pictures.title')} · ${sender.name} · ${wording.dayAndMonth(monday)}`
  return {
    template: look + template,
    data: {
      look: lookOf({ title, sender, address, date: monday, wording }),
      title,
      days: days
        .filter(({ date, entries }) => date.dayOfWeek < 6 || entries.length > 0)
        .map(({ date, entries }) => ({
          picture: String(<DayPicture date={date} {...drawing} />),
          words: wording.day(date),
          entries: entries.map(entry => ({
            picture: String(<EntryPicture entry={entry} {...drawing} />),
            words: inWords(entry, wording),
          })),
        })),
    },
  }
}

const inWords = ({ title, session }: Entry, wording: Wording) =>
  [
    title.text,
    session && hoursInWords(session, wording),
    session?.cancelled && wording.t('programme.cancelled.thatDay'),
  ]
    .filter(Boolean)
    .join(', ')

/** The pictures shrink until the week is one page. */
const template = `
#let margin = 12mm
#set page(paper: "a4", margin: margin)

#let drawn(it, width) = image(bytes(it.picture), format: "svg", alt: it.words, width: width)

#let opening = block(
  fill: accent, width: 100%, outset: (x: margin, top: margin), inset: (bottom: 5mm), radius: corner(11mm),
  grid(columns: (1fr, auto), align: (start + horizon, end + horizon), column-gutter: 6mm,
    [= #text(size: 15pt, weight: 700, fill: white, german(look.centre))], sign(13mm, white, sun)),
)

#let day(size, it) = grid(
  columns: (30mm, 1fr), column-gutter: 5mm, align: (start + horizon, start + horizon),
  drawn(it, 30mm),
  if it.entries.len() == 0 { v(size * 0.6) } else {
    for each in it.entries { box(inset: (x: 1.5mm, y: 1mm), drawn(each, size)) }
  },
)

#let week(size) = stack(spacing: 2.5mm, ..data.days.map(it => day(size, it)))

#let closing = grid(columns: (1fr, auto), align: (start + bottom, end + bottom),
  if look.phone != "" { text(size: 15pt, weight: 700, fill: accent, number(look.phone)) }, code(27mm))

#layout(room => {
  let high(thing) = measure(block(width: room.width, thing)).height
  let size = fitting(range(30, 9, step: -1).map(mm => mm * 1mm), room.width, room.height - high(opening) - high(closing) - 14mm, week)
  opening
  v(5mm)
  week(size)
  v(1fr)
  closing
})
`
