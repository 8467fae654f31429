import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { DayOfWeek } from '../../programme/index.ts'
import { banner } from './banner.ts'
import { cardClosing, cardMeasures, cardPage } from './card-look.ts'
import { look, lookOf, type Sender, spokenIn } from './look.ts'

type WeekCard = {
  sender: Sender
  /** The first of the seven days. */
  from: Temporal.PlainDate
  days: readonly DayOfWeek[]
  address: string
  wording: Wording
}

/** The coming seven days of a centre as a picture for a telephone: what fits is shown, the rest is counted. */
export const weekCard = ({ sender, from, days, address, wording }: WeekCard): Sheet => {
  const { t } = wording
  const lines = days.flatMap(({ date, entries }) =>
    entries
      .flatMap(({ session, title }) => (session && !session.cancelled ? [{ session, title }] : []))
      .map(({ session, title }, at) => ({
        day: at === 0 ? wording.day(date) : '',
        time: wording.time(session.starts),
        title: spokenIn(title),
      })),
  )
  return {
    template: look + cardPage + template,
    data: {
      look: lookOf({ title: t('print.week.heading'), sender, address, date: from, wording }),
      kind: t('print.week.of', {
        from: wording.dayAndMonth(from),
        until: wording.dayAndMonth(from.add({ days: 6 })),
      }),
      heading: { text: t('print.week.heading'), language: wording.language },
      summary: { text: '', language: wording.language },
      contact: t('print.week.contact'),
      lines,
      empty: t('print.week.empty'),
      // One sentence for each number that may be left over, in the plural of the language.
      more: lines.map((_, index) => t('print.card.more', { count: index + 1 })),
    },
  }
}

const template = `
${cardMeasures}
${banner}
${cardClosing}
#let lines(count, size) = {
  for (at, line) in data.lines.slice(0, count).enumerate() {
    if line.day != "" {
      if at > 0 { v(size * 0.9) }
      [== #text(size: size * 0.9, weight: 800, fill: accent, line.day)]
      v(size * 0.6)
    } else { v(size * 0.3) }
    grid(columns: (size * 3, 1fr), column-gutter: size * 0.4,
      text(size: size, weight: 800, number(line.time)), text(size: size, weight: 700, spoken(line.title)))
  }
  if count < data.lines.len() {
    v(size * 0.7)
    text(size: size * 0.9, weight: 700, fill: quiet, data.more.at(data.lines.len() - count - 1))
  }
}
#layout(room => {
  let rest = room.height - measure(block(width: room.width, opening(50pt))).height - measure(block(width: room.width, closing)).height - 40pt
  let all = data.lines.len()
  let size = fitting(range(28, 17, step: -1).map(points => points * 1pt), room.width, rest, size => lines(all, size))
  let count = if all == 0 { 0 } else {
    fitting(range(all, 0, step: -1), room.width, rest, count => lines(count, size))
  }
  opening(50pt)
  v(1fr)
  if all == 0 { text(size: 26pt, weight: 700, data.empty) } else { lines(count, size) }
  v(1fr)
  closing
})
`
