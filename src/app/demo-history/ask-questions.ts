import { actingAs, type CentreRef, type Context } from '../../identity/index.ts'
import type { Language } from '../../platform/wording/wording.ts'
import { type Asking, ask } from '../../questions/index.ts'

type Invented = Pick<Asking, 'body' | 'wants'> &
  Partial<Pick<Asking, 'reachable'>> & { language: Language; daysAgo: number }

/** What families of the demo ask the centre of its lead; nobody of them exists. */
const invented: readonly Invented[] = [
  {
    body: 'ابني عمره سنتان. كيف أجد له مكانًا في الحضانة؟',
    wants: { reachBy: 'visit' },
    ...{ language: 'ar', daysAgo: 6 },
  },
  {
    body: 'Ich habe einen Brief von der Familienkasse und verstehe ihn nicht. Kann jemand mit mir lesen?',
    wants: { reachBy: 'call', phone: '0611 0000000' },
    reachable: 'vormittags',
    ...{ language: 'de', daysAgo: 1 },
  },
  {
    body: 'We are new here. Is there a group where my daughter (8 months) can meet other babies?',
    wants: { reachBy: 'email', email: 'new-here@example.org' },
    ...{ language: 'en', daysAgo: 0 },
  },
]

/** Asks them through the front door, each at its day. */
export const askQuestions = async (context: Context, showcase: CentreRef) => {
  for (const { body, wants, reachable = '', language, daysAgo } of invented) {
    const now = context.now.subtract({ hours: 24 * daysAgo })
    const desk = actingAs({ ...context, now, language }, { kind: 'desk', ...showcase })
    await ask(desk, showcase, { body, wants, reachable, channel: 'web', renderingKey: `demo ${body}` })
  }
}
