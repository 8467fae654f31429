import * as v from 'valibot'
import { text, yes } from '../../platform/web/form-fields.ts'

const words = { title: text(120), summary: text(300), body: text(5000) }
const version = v.pipe(v.string('unreadable'), v.regex(/^\d{1,9}$/, 'unreadable'), v.transform(Number))

/** What is only kept may have gaps; what families read has a title. */
export const translationForm = v.pipe(
  v.object({
    ...words,
    version,
    begunMark: text(40),
    isRead: yes,
    shows: v.pipe(
      v.optional(v.string(), ''),
      v.transform(value => value === 'yes'),
    ),
  }),
  v.forward(
    v.partialCheck([['title'], ['shows']], ({ title, shows }) => !shows || title.trim() !== '', 'missing'),
    ['title'],
  ),
)
