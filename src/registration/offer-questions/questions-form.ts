import * as v from 'valibot'
import { chosen, text } from '../../platform/web/form-fields.ts'
import { longestAnswer, mostQuestions, questionKinds } from './offer-question.ts'

const choices = v.pipe(
  text(400),
  v.transform(typed => [
    ...new Set(
      typed
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ]),
  v.maxLength(8, 'too-many'),
  v.check(lines => lines.every(line => line.length <= longestAnswer), 'too-long'),
)

const question = v.pipe(
  v.object({ words: text(160), purpose: text(160), kind: chosen(questionKinds), choices }),
  v.forward(
    v.check(({ words }) => words === '' || words.length >= 3, 'missing'),
    ['words'],
  ),
  v.forward(
    v.check(({ words, purpose }) => words === '' || purpose.length >= 3, 'missing'),
    ['purpose'],
  ),
  v.forward(
    v.check(each => each.words === '' || each.kind !== 'choice' || each.choices.length >= 2, 'missing'),
    ['choices'],
  ),
  v.transform(each => ({ ...each, choices: each.kind === 'choice' ? each.choices : [] })),
)

/** What a lead asks; a row without words is no question. */
export const questionsForm = v.object({
  questions: v.pipe(
    v.array(question),
    v.maxLength(mostQuestions, 'too-many'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const asked = dataset.value.map(({ words }) => words.toLocaleLowerCase())
      for (const [row, words] of asked.entries())
        if (words !== '' && asked.indexOf(words) < row)
          addIssue({
            message: 'twice',
            path: [
              { type: 'array', origin: 'value', input: dataset.value, key: row, value: dataset.value[row] },
              {
                type: 'object',
                origin: 'value',
                input: { ...dataset.value[row] },
                key: 'words',
                value: words,
              },
            ],
          })
    }),
    v.transform(asked => asked.filter(({ words }) => words !== '')),
  ),
})
