import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Slip, stateInWords, whenInWords } from '../../registration/index.ts'
import { look, lookOf, spokenIn } from './look.ts'

type SlipSheet = {
  slip: Slip
  colour: string
  /** Where the code is typed, in the language of the family. */
  address: string
  today: Temporal.PlainDate
  wording: Wording
}

/**
 * What a family without e-mail takes home: what it is registered for, and the code that opens it. Where somebody else may
 * read along, only the code.
 */
export const slipSheet = ({ slip: { view, code }, colour, address, today, wording }: SlipSheet): Sheet => {
  const { t } = wording
  const { names, registration, intake } = view
  const isNeutral = registration.household.contact.neutral === true
  const sender = {
    name: isNeutral ? '' : names.centre,
    phone: names.centrePhone,
    colour: isNeutral ? '' : colour,
  }
  const where = [
    intake.place,
    ...(intake.isElsewhere || names.way !== 'on-site' ? [] : [names.street, names.town]),
  ]
  return {
    template: look + template,
    data: {
      look: lookOf({
        title: t('registration.my.codeTitle'),
        sender: { street: '', postalCode: '', town: '', ...sender },
        ...{ address, date: today, wording },
      }),
      about: isNeutral ? [] : [spokenIn({ text: names.title, language: names.titleLanguage })],
      facts: isNeutral
        ? []
        : [stateInWords(view, wording), whenInWords(view, wording), where.filter(Boolean).join(', ')].filter(
            Boolean,
          ),
      heading: t('registration.my.codeTitle'),
      ...{ number: code, use: t('registration.my.codeUse'), how: t('print.slip.how') },
    },
  }
}

const template = `
#set page(paper: "a5", margin: 14mm)
#set text(size: 12pt)
#set par(leading: if isRtl { 0.9em } else { 0.6em })
#if look.centre != "" {
  grid(columns: (1fr, auto), align: (start + horizon, end + horizon),
    text(size: 14pt, weight: 700, fill: accent, german(look.centre)), sign(11mm, accent, sun))
  v(8mm)
}
#for title in data.about { text(size: 18pt, weight: 800, spoken(title)); parbreak() }
#for fact in data.facts { apart(fact); parbreak() }
#v(8mm)
#block(fill: wash, width: 100%, radius: 3mm, inset: 6mm, {
  [= #text(size: 13pt, weight: 700, data.heading)]
  v(if isRtl { 5mm } else { 3mm })
  text(size: 30pt, weight: 800, fill: accent, number(data.number))
  v(3mm)
  data.use
})
#v(1fr)
#grid(columns: (1fr, auto), column-gutter: 6mm, align: (start + horizon, end + horizon), {
  data.how
  parbreak()
  text(weight: 700, number(look.code.address))
  if look.phone != "" { parbreak(); number(look.phone) }
}, code(34mm))
`
