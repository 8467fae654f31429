import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { chooseQuestions, keepAnswers, type RegisterOutcome, readAnswers } from '../../registration/index.ts'

/** What the lead of the showcase asks the families of one offer. */
export const askAtAnOffer = async (context: Context, showcase: CentreRef, slug: string | undefined) => {
  if (!slug) return
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  await chooseQuestions({ ...actingAs(context, lead), language: 'de' }, slug, [
    {
      ...{ words: 'Kommt ihr mit dem Kinderwagen?', purpose: 'damit im Flur Platz ist' },
      ...{ kind: 'yes-no', choices: [] },
    },
    {
      ...{ words: 'Was trinkt ihr?', purpose: 'damit genug da ist', kind: 'choice' },
      choices: ['Wasser', 'Tee', 'Kaffee'],
    },
  ])
}

/** Two families of three with a place answer. */
export const answerSome = async (desk: Context, outcome: RegisterOutcome, number: number) => {
  if (outcome.outcome !== 'confirmed' || number % 3 === 0) return
  const asked = await readAnswers(desk, outcome.registrationId)
  if (asked.length === 0) return
  const answerTo = ({ kind, choices }: (typeof asked)[number]) =>
    kind === 'choice' ? (choices[number % choices.length] ?? '') : number % 2 === 0 ? 'yes' : 'no'
  const answers = new Map(asked.map(question => [question.id, answerTo(question)]))
  await keepAnswers(desk, outcome.registrationId, answers)
}
