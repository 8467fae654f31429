import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { answerInWords, type RegistrationList } from '../../registration/index.ts'
import { look, lookOf, type Sender } from './look.ts'

type AttendanceSheet = { list: RegistrationList; sender: Sender; address: string; wording: Wording }

/**
 * Who has a place in a session, to be ticked with a pen. No telephone numbers and no waiting list: a sheet that lies
 * about must tell as little as it can. Empty lines are for whoever just comes.
 */
export const attendanceSheet = ({ list, sender, address, wording }: AttendanceSheet): Sheet => {
  const { t } = wording
  const { intake, names } = list
  const lines = list.lines.filter(({ state }) => state === 'confirmed' || state === 'offered')
  const columns = ['name', 'children', 'adults', 'brings', 'present'] as const
  const hasThings = list.things.length > 0
  return {
    template: look + template,
    data: {
      look: lookOf({
        title: t('print.attendance.title', { offer: names.title }),
        sender,
        address,
        date: intake.ageOn,
        wording,
      }),
      heading: names.title,
      when: wording.moment(intake.startsAt),
      head: columns
        .filter(name => name !== 'brings' || hasThings)
        .map(name => t(`registration.list.${name}`)),
      hasThings,
      rows: lines.map(({ household, party, brings, excuse, toKnow }) => ({
        name: excuse ? `${household.called} (${t('registration.list.excused')})` : household.called,
        children: party.children.map(({ firstName, bornIn }) => `${firstName}, ${wording.month(bornIn)}`),
        adults: String(party.adults),
        brings,
        answers: (toKnow?.answers ?? []).map(answer => `${answer.words} ${answerInWords(answer, wording)}`),
      })),
      emptyRows: 6,
      note: t('print.attendance.note'),
    },
  }
}

const template = `
#set page(paper: "a4", margin: 16mm, footer: context {
  set text(size: 9pt, fill: quiet)
  [#data.note #h(1fr) #counter(page).display("1/1", both: true)]
})
#set text(size: 12pt)
#text(weight: 700, fill: accent, german(look.centre))
#v(5mm)
= #text(size: 22pt, weight: 800, apart(data.heading))
#v(if isRtl { 7mm } else { 5mm })
#text(size: 13pt, data.when)
#v(4mm)
#let tick = pdf.artifact(box(width: 6mm, height: 6mm, stroke: 1pt + ink, radius: 1mm))
#let several(words) = words.map(apart).join(linebreak())
#table(
  columns: if data.hasThings { (2fr, 2.4fr, auto, 2fr, auto) } else { (2fr, 3fr, auto, auto) },
  stroke: (x, y) => (bottom: 0.6pt + if y == 0 { accent } else { rgb("#c9d2d4") }),
  inset: (x: 2mm, y: 2.8mm),
  align: (x, y) => start + horizon,
  table.header(..data.head.map(words => text(weight: 700, fill: accent, size: 10.5pt, words))),
  ..data.rows.map(row => (
    [
      #text(weight: 700, apart(row.name))
      #for answer in row.answers [ #linebreak() #text(size: 9pt, apart(answer)) ]
    ],
    if row.children.len() > 0 { several(row.children) },
    row.adults,
    ..if data.hasThings { (if row.brings.len() > 0 { several(row.brings) },) },
    tick,
  )).flatten(),
  ..range(data.emptyRows).map(_ => ([], [], [], ..if data.hasThings { ([],) }, tick)).flatten(),
)
`
