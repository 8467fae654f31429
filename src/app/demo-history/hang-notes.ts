import { suggestParts } from '../../centres/index.ts'
import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { expressInterest, readPinboard, sendNote } from '../../neighbours/index.ts'
import { newSecret } from '../../platform/web/keys.ts'
import type { Language } from '../../platform/wording/wording.ts'

type Invented = Pick<Parameters<typeof sendNote>[2], 'kind' | 'title' | 'words'> & {
  language: Language
  daysAgo: number
}

/** What hangs at the centre of the demo's lead; nobody of them exists. */
const hanging: readonly Invented[] = [
  {
    ...{ kind: 'give', language: 'de', daysAgo: 1, title: 'Kinderbett zu verschenken' },
    words: 'Aus Holz, 60 x 120 cm, mit Matratze. Muss im Dezember weg.',
  },
  {
    ...{ kind: 'give', language: 'ar', daysAgo: 3, title: 'ملابس أطفال للإهداء' },
    words: 'مقاس ٨٦ و٩٢، نظيفة وبحالة جيدة.',
  },
  {
    ...{ kind: 'lend', language: 'de', daysAgo: 4, title: 'Leiter und Bohrmaschine zu leihen' },
    words: 'Für ein Wochenende. Ich zeige auch, wie es geht.',
  },
  {
    ...{ kind: 'lend', language: 'en', daysAgo: 6, title: 'Travel cot for a few weeks' },
    words: 'If your family comes to visit, borrow ours.',
  },
  {
    ...{ kind: 'need', language: 'ar', daysAgo: 2, title: 'أبحث عن درّاجة لطفلة عمرها ست سنوات' },
    words: 'مستعملة لا بأس.',
  },
  {
    ...{ kind: 'need', language: 'de', daysAgo: 8, title: 'Wer liest mit mir einen Brief vom Amt?' },
    words: 'Am besten am Nachmittag, im Zentrum.',
  },
  {
    ...{ kind: 'skill', language: 'de', daysAgo: 10, title: 'Ich repariere Fahrräder' },
    words: 'Kleine Sachen gleich, Ersatzteile bringst du mit.',
  },
  {
    ...{ kind: 'skill', language: 'en', daysAgo: 12, title: 'English conversation over tea' },
    words: 'For mothers and fathers who want to practise.',
  },
]

const waiting: Invented = {
  ...{ kind: 'give', language: 'de', daysAgo: 0, title: 'Puzzle und Bilderbücher' },
  words: 'Für Kinder von 3 bis 6 Jahren.',
}

/** Hangs eight notes; one more waits to be read, and one family is interested. */
export const hangNotes = async (context: Context, showcase: CentreRef) => {
  await suggestParts(context, showcase, ['neighbours'])
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  for (const note of hanging.toReversed()) await hang(actingAs(context, lead), showcase, note)
  const desk = actingAs(context, { kind: 'desk', ...showcase })
  await hang(desk, showcase, waiting)
  const [newest] = (await readPinboard(context, showcase.centreId)) ?? []
  if (newest)
    await expressInterest(desk, showcase, newest.id, {
      words: 'Wir erwarten im Januar ein Baby und freuen uns über das Bett.',
      reach: { reachBy: 'call', phone: '0611 0000001' },
      renderingKey: newSecret(),
    })
}

const hang = (context: Context, showcase: CentreRef, { daysAgo, ...note }: Invented) =>
  sendNote({ ...context, now: context.now.subtract({ hours: 24 * daysAgo }) }, showcase, {
    ...note,
    reach: { reachBy: 'visit' },
    renderingKey: newSecret(),
  })
