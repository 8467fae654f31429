import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { hoursInWords } from '../../programme/index.ts'
import { look, lookOf, type Sender, spokenIn } from './look.ts'

export type InRoom = {
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime
  /** Empty where the door does not say what it is. */
  title: string
  titleLanguage: string
}

type DoorSheet = {
  room: { name: string; houseRules: string }
  day: Temporal.PlainDate
  plan: readonly InRoom[]
  sender: Sender
  address: string
  wording: Wording
}

/** What is in a room today, for its door: big enough to be read with a child on the arm. */
export const doorSheet = ({ room, day, plan, sender, address, wording }: DoorSheet): Sheet => {
  const { t } = wording
  return {
    template: look + template,
    data: {
      look: lookOf({ title: `${room.name} · ${wording.fullDay(day)}`, sender, address, date: day, wording }),
      ...{ room: room.name, day: wording.day(day), heading: t('print.door.heading') },
      free: t('print.door.free'),
      plan: plan.map(({ starts, ends, title, titleLanguage }) => ({
        hours: hoursInWords({ starts, ends }, wording),
        title:
          title === ''
            ? spokenIn({ text: t('print.door.taken'), language: wording.language })
            : spokenIn({ text: title, language: titleLanguage }),
      })),
      rules: room.houseRules,
    },
  }
}

const template = `
#let margin = 15mm
#set page(paper: "a4", margin: margin)

#let opening = block(fill: accent, width: 100%, outset: (x: margin, top: margin), inset: (bottom: 10mm), radius: corner(20mm), {
  set text(fill: white)
  grid(columns: (1fr, auto), align: (start + horizon, end + top), column-gutter: 6mm,
    text(size: 18pt, weight: 700, german(look.centre)), sign(16mm, white, sun))
  v(6mm)
  [= #text(size: 46pt, weight: 800, apart(data.room))]
  v(if isRtl { 11mm } else { 8mm })
  text(size: 22pt, weight: 700, fill: sun, data.heading + " " + apart(data.day))
})

#let plan(size) = if data.plan.len() == 0 { text(size: size * 1.2, weight: 700, data.free) } else {
  set par(leading: size * if isRtl { 0.75 } else { 0.55 })
  list(spacing: size * 1.3, ..data.plan.map(it => {
    text(size: size * 0.9, weight: 800, fill: accent, apart(it.hours))
    linebreak()
    text(size: size * 1.15, weight: 700, spoken(it.title))
  }))
}

#let closing = {
  if data.rules != "" { block(fill: wash, radius: 4mm, inset: 5mm, width: 100%, text(size: 13pt, apart(data.rules))) }
  grid(columns: (1fr, auto), column-gutter: 6mm, align: (start + bottom, end + bottom),
    { set text(size: 11pt); text(fill: quiet, look.code.hint); linebreak(); number(look.code.address) }, code(24mm))
}

#layout(room => {
  let high(thing) = measure(block(width: room.width, thing)).height
  let rest = room.height - high(opening) - high(closing) - 20mm
  let size = fitting(range(34, 13, step: -1).map(points => points * 1pt), room.width, rest, plan)
  opening
  v(1fr)
  plan(size)
  v(1fr)
  v(5mm)
  closing
})
`
