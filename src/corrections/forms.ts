import * as v from 'valibot'
import { chosen, id, renderingKey, text } from '../platform/web/form-fields.ts'
import { mistakes } from './correction.ts'

export const correctionForm = v.object({
  page: text(140),
  what: chosen(mistakes),
  words: text(500),
  renderingKey,
})

/** Which of the list a button is about. */
export const oneForm = v.object({ id: id() })
