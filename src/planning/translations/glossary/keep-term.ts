import { type Context, centresLedBy } from '../../../identity/index.ts'
import { type AuditEntry, record } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { NotFound, requireThat } from '../../../platform/refusals.ts'
import { mayKeepGlossary } from '../../permissions.ts'
import { countOtherTerms, deleteTerm, listTerms, writeTerm } from './store.ts'
import type { Term } from './term.ts'

/** Nobody reads a longer list beside a text. */
const mostTerms = 500

/** The words of the city in one of its languages, and in which languages there can be any. */
export const readGlossary = (context: Context, wanted: string | undefined) =>
  inTransaction(context, async tx => {
    requireThat(mayKeepGlossary(context.actor))
    const [, ...languages] = context.city.languages
    const language = languages.find(other => other === wanted) ?? languages[0]
    if (language === undefined) throw new NotFound()
    return { language, languages, terms: await listTerms(tx, context.city.id, language) }
  })

export type Glossary = Awaited<ReturnType<typeof readGlossary>>

/** Says what a German word is called in a language, anew or otherwise than before. */
export const keepTerm = (context: Context, language: string, term: Term) =>
  inTransaction(context, async (tx): Promise<{ outcome: 'kept' | 'full' }> => {
    requireThat(mayKeepGlossary(context.actor))
    const { city } = context
    if (!city.languages.slice(1).some(other => other === language)) throw new NotFound()
    if ((await countOtherTerms(tx, city.id, language, term.german)) >= mostTerms) return { outcome: 'full' }
    const id = await writeTerm(tx, city.id, language, term)
    await recordForHerProviders(tx, context, { action: 'term.kept', subjectId: id, fields: [language] })
    return { outcome: 'kept' }
  })

/** Takes a word off the list. Pressed again, it is off already. */
export const dropTerm = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    requireThat(mayKeepGlossary(context.actor))
    if (!(await deleteTerm(tx, context.city.id, id))) return
    await recordForHerProviders(tx, context, { action: 'term.dropped', subjectId: id })
  })

/** The list is the city's; who changes it is somebody's colleague, and her managers read what she did. */
const recordForHerProviders = async (tx: Tx, context: Context, entry: Omit<AuditEntry, 'providerId'>) => {
  const providers = new Set(centresLedBy(context.actor).map(({ providerId }) => providerId))
  for (const providerId of providers) await record(tx, context, { ...entry, providerId })
}
