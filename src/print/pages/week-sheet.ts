import { readableAccent } from '../../platform/design/index.ts'
import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type DayOfWeek, type Entry, eases, priceInWords } from '../../programme/index.ts'
import { drawnIcon } from './drawn-facts.tsx'
import { entryFacts } from './entry-facts.ts'
import { look, lookOf, type Sender, spokenIn } from './look.ts'

/** A4 from every printer; A3 for the notice board in front of the house. */
export const papers = ['a4', 'a3'] as const
export type Paper = (typeof papers)[number]

type Week = {
  paper: Paper
  sender: Sender
  monday: Temporal.PlainDate
  days: readonly DayOfWeek[]
  /** Where the same week stands on the web, with its host. */
  address: string
  wording: Wording
}

/** A week of a centre for its door: one sheet that can be read from a step away. */
export const weekSheet = ({ paper, sender, monday, days, address, wording }: Week): Sheet => {
  const { t } = wording
  const week = t('print.week.of', {
    from: wording.dayAndMonth(monday),
    until: wording.dayAndMonth(monday.add({ days: 6 })),
  })
  const isEmpty = days.every(({ entries }) => entries.length === 0)
  return {
    template: look + template,
    data: {
      look: lookOf({ title: `${week} · ${sender.name}`, sender, address, date: monday, wording }),
      ...{ paper, week, heading: t('print.week.heading'), contact: t('print.week.contact') },
      pictures: picturesOf(days, readableAccent(sender.colour).accent, wording),
      empty: isEmpty ? t('print.week.empty') : '',
      nothing: t('programme.staff.week.nothing'),
      days: days
        .filter(({ date, entries }) => date.dayOfWeek < 6 || entries.length > 0)
        .map(({ date, entries }) => ({
          weekday: wording.weekday(date.dayOfWeek),
          date: wording.dayAndMonth(date),
          entries: entries.flatMap(entry => entryOf(entry, wording)),
        })),
    },
  }
}

const entryOf = (entry: Entry, wording: Wording) => {
  const { t, time } = wording
  const { session } = entry
  if (!session) return []
  const { cancelled } = session
  return [
    {
      starts: time(session.starts),
      until: session.ends ? t('programme.until', { time: time(session.ends) }) : '',
      title: spokenIn(entry.title),
      isOff: cancelled !== null,
      mark: cancelled ? t('programme.cancelled.thatDay') : session.movedFrom ? t('programme.moved.tag') : '',
      eases: cancelled ? [] : entry.eases,
      facts: cancelled
        ? [t('programme.cancelled.because', { reason: t(`programme.cancelled.reason.${cancelled.reason}`) })]
        : entryFacts(entry, wording),
      free: !cancelled && entry.priceCents === 0 ? priceInWords(entry, wording) : '',
    },
  ]
}

/** What makes it easy to come this week, drawn once; each date names its own. */
const picturesOf = (days: readonly DayOfWeek[], colour: string, { t }: Wording) => {
  const held = days.flatMap(({ entries }) => entries.filter(({ session }) => session && !session.cancelled))
  return eases
    .filter(ease => held.some(entry => entry.eases.includes(ease)))
    .map(ease => ({ ease, picture: drawnIcon(ease, colour), words: t(`programme.filter.${ease}`) }))
}

/** The days share what room there is; the words grow until the sheet is full. */
const template = `
#let isLarge = data.paper == "a3"
#let unit = if isLarge { 1.4142 } else { 1 }
#let margin = 12mm * unit
#set page(paper: data.paper, margin: margin)

#let heading-of-sheet = block(
  fill: accent, width: 100%, outset: (x: margin, top: margin), inset: (bottom: 7mm * unit),
  radius: corner(11mm * unit),
  {
    set text(fill: white)
    grid(
      columns: (1fr, auto), align: (start + horizon, end + top), column-gutter: 6mm * unit,
      {
        text(size: 15pt * unit, weight: 700, german(look.centre))
        v(4mm * unit)
        [= #text(size: 30pt * unit, weight: 800, data.heading)]
        v(if isRtl { 6mm } else { 4.5mm } * unit)
        text(size: 17pt * unit, weight: 700, fill: sun, data.week)
      },
      sign(15mm * unit, white, sun),
    )
  },
)

#let picture-of(ease) = data.pictures.find(each => each.ease == ease)
#let drawn(ease, height) = {
  let it = picture-of(ease)
  box(baseline: 18%, image(bytes(it.picture), format: "svg", alt: it.words, height: height))
}

// What the pictures mean, for whoever sees them for the first time.
#let legend = if data.pictures.len() > 0 {
  set text(size: 9.5pt * unit, fill: quiet)
  data.pictures.map(it => box({
    pdf.artifact(box(baseline: 18%, image(bytes(it.picture), format: "svg", height: 11pt * unit)))
    h(1.2mm * unit)
    it.words
  })).join(h(4mm * unit))
  v(3mm * unit)
}

#let pill(size, words) = box(
  fill: rgb("#e3f1e0"), radius: size * 0.3, inset: (x: size * 0.35), outset: (y: size * 0.22),
  text(size: size, weight: 700, fill: rgb("#215c22"), words),
)

// A grid in a list in a grid is laid out many times over, so the hour stands beside its date without one.
#let entry(size, it) = {
  let aside = size * 4.2
  block(width: 100%, inset: if isRtl { (right: aside) } else { (left: aside) }, {
    place(start, dx: if isRtl { aside } else { -aside }, {
      text(size: size * 1.15, weight: 800, fill: if it.isOff { quiet } else { accent }, number(it.starts))
      if it.until != "" { linebreak(); text(size: size * 0.68, fill: quiet, it.until) }
    })
    let title = text(size: size, weight: 700, spoken(it.title))
    if it.isOff { text(fill: quiet, strike(title)) } else { title }
    for ease in it.eases { h(size * 0.3); drawn(ease, size * 1.05) }
    if it.mark != "" {
      [ ]
      box(fill: rgb("#fbe4e0"), radius: size * 0.25, inset: (x: size * 0.3), outset: (y: size * 0.2),
        text(size: size * 0.72, weight: 700, fill: rgb("#8c1d18"), it.mark))
    }
    if it.facts.len() > 0 or it.free != "" {
      linebreak()
      set text(size: size * 0.72, fill: quiet)
      if it.free != "" { pill(size * 0.68, it.free); if it.facts.len() > 0 [ · ] }
      it.facts.map(apart).join(" · ")
    } else if it.until != "" { v(size * 0.7) }
  })
}

#let day(size, it) = grid(
  columns: (size * 7, 1fr), column-gutter: size * 0.6,
  {
    [== #text(size: size * 1.12, weight: 800, fill: accent, it.weekday)]
    v(size * 0.5)
    text(size: size * 0.8, fill: quiet, it.date)
  },
  if it.entries.len() == 0 { text(size: size * 0.85, fill: quiet, data.nothing) } else {
    list(spacing: size * 0.75, ..it.entries.map(each => entry(size, each)))
  },
)

#let rule = pdf.artifact(line(length: 100%, stroke: 0.8pt * unit + accent.lighten(60%)))

#let contact = block(width: 100%, breakable: false, legend + grid(
  columns: (1fr, auto), column-gutter: 6mm * unit, align: (start + bottom, end + bottom),
  {
    text(size: 15pt * unit, weight: 800, fill: accent, german(look.centre))
    set text(size: 12pt * unit)
    if look.street != "" { linebreak(); german(look.street) }
    if look.phone != "" {
      linebreak()
      text(weight: 700, data.contact); [ ]; text(weight: 700, number(look.phone))
    }
    linebreak()
    text(size: 9.5pt * unit, fill: quiet, { look.code.hint; linebreak(); number(look.code.address) })
  },
  code(27mm * unit),
))

#layout(room => {
  let body(size) = if data.empty != "" {
    text(size: size * 1.2, weight: 700, data.empty)
  } else { stack(spacing: size * 1.3, ..data.days.map(it => { rule; v(size * 0.5); day(size, it) })) }
  let used = measure(block(width: room.width, heading-of-sheet)).height + measure(block(width: room.width, contact)).height
  let sizes = range(43, 22, step: -1).map(halves => halves * 0.5pt * unit)
  let size = fitting(sizes, room.width, room.height - used - 12mm * unit, body)
  heading-of-sheet
  v(6mm * unit)
  if data.empty != "" { body(size) } else {
    for (at, it) in data.days.enumerate() {
      if at > 0 { v(1fr) }
      if at > 0 { rule; v(size * 0.5) }
      day(size, it)
    }
  }
  v(1fr)
  v(5mm * unit)
  contact
})
`
