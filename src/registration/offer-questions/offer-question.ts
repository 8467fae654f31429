export const questionKinds = ['text', 'yes-no', 'choice'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** So many an offer may ask: a form that asks more keeps families away. */
export const mostQuestions = 3

/** What a lead asks, and what the answer is good for; `choices` only where one chooses. */
export type AskedQuestion = { words: string; purpose: string; kind: QuestionKind; choices: string[] }

export type OfferQuestion = AskedQuestion & { id: string; language: string }

/** A question with what a family answered: its words, a choice, or 'yes' and 'no'; empty is no answer. */
export type Answered = OfferQuestion & { answer: string }

/** The answer as it is kept; nothing where it answers none of what was to be chosen. */
export const fittingAnswer = ({ kind, choices }: AskedQuestion, typed: string) => {
  if (kind === 'text') return typed.slice(0, longestAnswer)
  const allowed = kind === 'yes-no' ? ['yes', 'no'] : choices
  return allowed.includes(typed) ? typed : ''
}

/** In characters. */
export const longestAnswer = 200

/** The same question still: its answers answer it. Only its purpose may be said better. */
export const isSameQuestion = (one: AskedQuestion, other: AskedQuestion) =>
  one.words === other.words && one.kind === other.kind && one.choices.join('\n') === other.choices.join('\n')
