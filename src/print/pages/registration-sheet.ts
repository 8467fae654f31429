import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type RegistrationView, stateInWords, whenInWords } from '../../registration/index.ts'
import { look, lookOf, spokenIn } from './look.ts'

type RegistrationSheet = {
  view: RegistrationView
  colour: string
  /** Where a code is typed, in the language of the family. */
  address: string
  today: Temporal.PlainDate
  wording: Wording
}

/**
 * A registration on paper, for whoever is asked to show one: what, when, where, who comes, what to bring, how to cancel.
 * It is shown around, so it opens nothing: no link and no code stand on it.
 */
export const registrationSheet = ({ view, colour, address, today, wording }: RegistrationSheet): Sheet => {
  const { t } = wording
  const { names, registration, intake, things } = view
  const title = t('household.papers.registration')
  const where = [
    ...(names.way === 'on-site' ? [] : [t(`programme.way.${names.way}`)]),
    intake.place,
    ...(intake.isElsewhere || names.way !== 'on-site' ? [] : [names.street, names.town]),
  ]
  const rows = [
    { term: t('registration.facts.when'), value: whenInWords(view, wording) },
    { term: t('registration.facts.where'), value: where.filter(Boolean).join(', ') },
    {
      term: t('household.stored.children'),
      value: wording.list(registration.party.children.map(({ firstName }) => firstName)),
    },
    {
      term: t('joint.facts.things'),
      value: wording.list(things.filter(({ isMine }) => isMine).map(thing => thing.name)),
    },
  ]
  return {
    template: look + template,
    data: {
      look: lookOf({
        ...{ title, address, date: today, wording },
        sender: { ...names, name: names.centre, phone: names.centrePhone, colour },
      }),
      about: spokenIn({ text: names.title, language: names.titleLanguage }),
      state: stateInWords(view, wording),
      rows: rows.filter(({ value }) => value !== ''),
      cancel: t('outreach.manage.change'),
      day: wording.day(today),
    },
  }
}

const template = `
#set page(paper: "a5", margin: 14mm)
#set text(size: 12pt)
#set par(leading: if isRtl { 0.9em } else { 0.6em })
#grid(columns: (1fr, auto), align: (start + horizon, end + horizon),
  text(size: 14pt, weight: 700, fill: accent, german(look.centre)), sign(11mm, accent, sun))
#v(6mm)
#text(fill: quiet, look.title)
#v(1mm)
#block({ show heading: set text(size: 18pt, weight: 800); heading(spoken(data.about)) })
#v(2mm)
#apart(data.state)
#v(4mm)
#for row in data.rows {
  block(below: 4mm, { text(size: 10pt, fill: quiet, row.term); linebreak(); apart(row.value) })
}
#v(1fr)
#grid(columns: (1fr, auto), column-gutter: 6mm, align: (start + horizon, end + horizon), {
  data.cancel
  parbreak()
  text(weight: 700, number(look.code.address))
  if look.phone != "" { parbreak(); number(look.phone) }
  parbreak()
  text(size: 10pt, fill: quiet, data.day)
}, code(28mm))
`
