import type { Sheet } from '../../platform/pdf/make-pdf.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Told } from '../offer-words.ts'
import { bannerWithFacts } from './banner.ts'
import { cardClosing, cardMeasures, cardPage } from './card-look.ts'
import { drawnFacts } from './drawn-facts.tsx'
import { look, lookOf, type Sender, spokenIn } from './look.ts'

type OfferCard = { told: Told; sender: Sender; address: string; today: Temporal.PlainDate; wording: Wording }

/** An offer as a picture for a telephone. */
export const offerCard = ({ told, sender, address, today, wording }: OfferCard): Sheet => {
  const { offer } = told
  const looks = lookOf({ title: offer.title.text, sender, address, date: today, wording })
  return {
    template: look + cardPage + template,
    data: {
      look: looks,
      kind: wording.t(`programme.kind.${offer.kind}`),
      heading: spokenIn(offer.title),
      summary: spokenIn({ text: offer.summary, language: offer.title.language }),
      contact: wording.t('print.week.contact'),
      facts: drawnFacts(told, looks.accent, wording),
    },
  }
}

const template = `
${cardMeasures}
${bannerWithFacts}
${cardClosing}
#fill(
  range(62, 22, step: -4).map(points => points * 1pt), range(26, 13, step: -1).map(points => points * 1pt), closing,
)
`
