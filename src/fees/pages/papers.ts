import type { Wording } from '../../platform/wording/wording.ts'
import type { CashEntry } from '../cash-book.ts'
import type { readAttending } from '../read-fees.ts'
import type { BoxCentre } from '../store/centres.ts'

type From = Pick<BoxCentre, 'name' | 'street' | 'postalCode' | 'town' | 'provider'>

/** A receipt: the number of the line, for what, how much. Who paid may write the name in by hand; nobody keeps it. */
export const receiptOf = (entry: CashEntry, centre: From, wording: Wording) => {
  const { t, euros, fullDay } = wording
  const title = t(entry.kind === 'refund' ? 'fees.receipt.refund' : 'fees.receipt.payment', {
    number: entry.number,
  })
  return paper(wording, entry.heldOn, {
    ...{ title, from: headOf(centre) },
    rows: [
      [t('fees.field.offer'), entry.title ?? ''],
      [t('fees.line.day'), fullDay(entry.heldOn)],
      [t('fees.line.amount'), euros(entry.cents)],
    ],
    blanks: [t('fees.receipt.name')],
    note: t('fees.receipt.cash'),
    sign: t('fees.receipt.sign'),
  })
}

/**
 * Says to the Jobcenter or the city that a child takes part and what that costs (Bildung und Teilhabe, § 28 Abs. 7
 * SGB II, § 34 Abs. 7 SGB XII). What we do not know about the child stands there as a line to write on.
 */
export const confirmationOf = (
  attending: Awaited<ReturnType<typeof readAttending>>,
  today: Temporal.PlainDate,
  wording: Wording,
) => {
  const { t, euros, fullDay, list } = wording
  const { firstOn, lastOn, dates, dueCents, paidCents } = attending
  return paper(wording, today, {
    title: t('fees.confirmation.title'),
    from: [attending.centre, attending.centreAddress, attending.provider].filter(Boolean),
    rows: [
      [t('fees.confirmation.children'), list(attending.childNames)],
      [t('fees.field.offer'), attending.title],
      [
        t('fees.confirmation.when'),
        firstOn.equals(lastOn)
          ? fullDay(firstOn)
          : t('fees.confirmation.span', { from: fullDay(firstOn), until: fullDay(lastOn), count: dates }),
      ],
      [
        t('fees.confirmation.price'),
        t(`programme.price.${attending.pricePer}`, { amount: euros(attending.priceCents) }),
      ],
      [t('fees.confirmation.due'), euros(dueCents)],
      ...(paidCents === null ? [] : [[t('fees.confirmation.paid'), euros(paidCents)] as [string, string]]),
    ],
    blanks: [t('fees.confirmation.surname'), t('fees.confirmation.born'), t('fees.confirmation.file')],
    note: t('fees.confirmation.note'),
    sign: t('fees.receipt.sign'),
  })
}

const headOf = ({ name, street, postalCode, town, provider }: From) =>
  [name, [street, [postalCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', '), provider].filter(
    Boolean,
  )

type Paper = {
  title: string
  /** Who writes it, line by line. */
  from: string[]
  rows: [string, string][]
  /** What is written in by hand. */
  blanks: string[]
  note: string
  sign: string
}

const paper = ({ language, fullDay }: Wording, day: Temporal.PlainDate, words: Paper) => ({
  template,
  data: { ...words, language, on: fullDay(day), day: { year: day.year, month: day.month, day: day.day } },
})

/** A letter of one page. Every word comes as data and is set as text, so that nothing in it can be read as markup. */
const template = `
#let data = json(bytes(sys.inputs.data))
#set document(
  title: data.title, author: data.from.first(),
  date: datetime(year: data.day.year, month: data.day.month, day: data.day.day),
)
#set page(paper: "a5", margin: 16mm)
#set text(lang: data.language, font: ("Noto Sans", "Noto Sans Arabic"), size: 10.5pt, fill: rgb("#1b2a2f"))
#show heading.where(level: 1): set text(size: 17pt, fill: rgb("#0a5560"))

#text(size: 9pt, fill: rgb("#4d5f66"), data.from.join(linebreak()))

= #data.title

#let rule = 0.6pt + rgb("#b8ad97")
#v(2mm)
#table(
  columns: (auto, 1fr), stroke: (x, y) => (bottom: rule), inset: (x: 0pt, y: 2.4mm), column-gutter: 6mm,
  ..data.rows.map(row => (row.at(0), strong(row.at(1)))).flatten(),
)
#for blank in data.blanks {
  v(7mm)
  line(length: 100%, stroke: rule)
  v(-2mm)
  text(size: 8.5pt, fill: rgb("#4d5f66"), blank)
}
#v(3mm)
#data.note

#v(12mm)
#line(length: 70%, stroke: rule)
#v(-2mm)
#text(size: 8.5pt, fill: rgb("#4d5f66"), data.on + " · " + data.sign)
`
