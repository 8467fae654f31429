import type { CentreDetails } from '../../centres/index.ts'
import type { Asked, TearOffsToPrint } from '../../invitations/index.ts'
import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import { countingCodeOnPaper } from '../../platform/web/keys.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { look, lookOf, spokenIn } from './look.ts'

type InvitationSheet = {
  tearOffs: TearOffsToPrint
  asked: Asked
  centre: Omit<CentreDetails, 'hours' | 'provider'>
  /** The page of what the family is asked to; a tear-off's code does not stand in it, so that opening it counts nothing. */
  address: string
  today: Temporal.PlainDate
  wording: Wording
}

/** Tear-offs to tear off, four on a sheet of A4: who expects the family, when, and behind which door. */
export const invitationSheet = ({
  tearOffs,
  asked,
  centre,
  address,
  today,
  wording,
}: InvitationSheet): Sheet => {
  const { t, language } = wording
  const { door, codes, called } = tearOffs
  return {
    template: look + template,
    data: {
      look: lookOf({
        title: t('print.invitation.title', { centre: centre.name }),
        ...{ sender: centre, address, date: today, wording },
      }),
      expects: expectsInWords(called, asked, wording),
      about: 'entry' in asked ? [spokenIn(asked.entry.title)] : [],
      place: 'entry' in asked ? asked.entry.place : '',
      picture: door ? [...door.bytes] : [],
      looks: looksOf(door?.looks ?? {}, language),
      alt: t('print.invitation.door', { centre: centre.name }),
      way: spokenIn(centre.arrival ?? { text: '', language: wording.language }),
      bring: t('print.invitation.bring'),
      more: t('print.invitation.more'),
      codes: codes.map(countingCodeOnPaper),
    },
  }
}

/** "Frau K. erwartet Sie am Dienstag …": with a name only where she allows it. */
const expectsInWords = (called: string, asked: Asked, wording: Wording) => {
  const { t } = wording
  const who = called ? 'named' : 'nobodyNamed'
  if (!('entry' in asked))
    return t(`print.invitation.${who}.weekly`, {
      ...{ name: called, day: wording.weekday(asked.weekday), time: wording.time(asked.starts) },
    })
  const { session } = asked.entry
  return session
    ? t(`print.invitation.${who}.once`, {
        ...{ name: called, day: wording.day(session.heldOn), time: wording.time(session.starts) },
      })
    : ''
}

const looksOf = (looks: Record<string, string>, language: string) => {
  const spoken = looks[language] ? language : 'de'
  return spokenIn({ text: looks[spoken] ?? '', language: spoken })
}

/** The photograph gives way before any word does; then the words shrink. */
const template = `
#set page(paper: "a4", margin: 0mm)
#let gap = 8mm
#let cut = stroke(paint: rgb("#8a979b"), thickness: 0.6pt, dash: "dashed")

#let photograph(height) = if data.picture.len() > 0 {
  box(width: 100%, height: height, clip: true, radius: 2mm, image(
    bytes(data.picture), format: "jpg", width: 100%, height: 100%, fit: "cover",
    alt: if data.looks.text != "" { data.looks.text } else { data.alt },
  ))
}

#let opening(size) = {
  grid(columns: (1fr, auto), align: (start + horizon, end + horizon),
    text(size: size * 1.05, weight: 700, fill: accent, german(look.centre)), sign(size * 2, accent, sun))
  v(size * 0.9)
  set par(leading: if isRtl { 0.75em } else { 0.4em })
  [= #text(size: size * 1.75, weight: 800, data.expects)]
  for title in data.about {
    v(size * if isRtl { 1.4 } else { 1.1 })
    text(size: size * 1.1, weight: 700, spoken(title))
    if data.place != "" { text(size: size * 1.1, [ · ] + german(data.place)) }
  }
}

#let finding(size) = {
  set text(size: size * 0.92)
  set par(leading: 0.45em)
  if data.looks.text != "" { spoken(data.looks); v(size * 0.7) }
  text(weight: 700, german(look.street))
  if look.phone != "" { linebreak(); text(weight: 700, number(look.phone)) }
  if data.way.text != "" { linebreak(); spoken(data.way) }
}

#let closing(size, it) = block(fill: wash, width: 100%, radius: 2.5mm, inset: 3mm, grid(
  columns: (1fr, auto), column-gutter: 3mm, align: (start + horizon, end + horizon),
  {
    text(size: size * 0.88, data.bring)
    v(size * 0.55)
    text(size: size * 2, weight: 800, fill: accent, number(it))
    v(size * 0.55)
    text(size: size * 0.7, fill: quiet, { data.more; linebreak(); number(look.code.address) })
  },
  code(21mm),
))

#let tearOff(it, size, picture) = {
  opening(size)
  v(1fr)
  if picture > 0mm { photograph(picture) ; v(1.5mm) }
  finding(size)
  v(1fr)
  closing(size, it)
}

#let tearOffs = context {
  let (width, height) = (105mm - 2 * gap, 148.5mm - 2 * gap)
  let high(thing) = measure(block(width: width, thing)).height
  let pictures = if data.picture.len() == 0 { (0mm,) } else { range(50, 24, step: -2).map(length => length * 1mm) }
  let tries = pictures.map(picture => (10pt, picture)) + range(9, 4, step: -1).map(points => (points * 1pt, pictures.last()))
  let words((size, picture)) = { opening(size); finding(size); closing(size, data.codes.first()); v(picture) }
  let (size, picture) = fitting(tries, width, height - 2mm, words)
  for four in data.codes.chunks(4) {
    block(width: 210mm, height: 297mm, breakable: false, above: 0mm, below: 0mm, {
      pdf.artifact({
        place(top + left, dx: 105mm, line(length: 297mm, angle: 90deg, stroke: cut))
        place(top + left, dy: 148.5mm, line(length: 210mm, stroke: cut))
      })
      grid(columns: (105mm, 105mm), rows: (148.5mm, 148.5mm), inset: gap,
        ..four.map(it => block(width: width, height: height, tearOff(it, size, picture))))
    })
  }
}
#tearOffs
`
