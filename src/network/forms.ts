import * as v from 'valibot'
import { dayFrom } from '../platform/web/day.ts'
import { isEmail, isPhone, plainDigits } from '../platform/web/reachable.ts'
import { languages } from '../platform/wording/wording.ts'
import { partnerKinds } from './partner.ts'

const line = (most: number) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, 'too-long'))
const words = (most: number) =>
  v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(most, 'too-long'))
const day = v.pipe(
  v.string('date'),
  v.check(text => dayFrom(text) !== undefined, 'date'),
  v.transform(text => Temporal.PlainDate.from(text)),
)

export const partnerForm = v.object({
  name: words(120),
  kind: v.picklist(partnerKinds, 'required'),
  website: v.pipe(line(300), v.check(isWebsite, 'website')),
  isPublished: v.pipe(
    v.optional(v.string(), ''),
    v.transform(tick => tick === 'yes'),
  ),
  contributes: v.optional(v.object(v.entriesFromList(languages, line(400))), {}),
})

/** In which of her centres; a lead of one centre is not asked. */
export const centreForm = v.object({
  centre: v.pipe(v.string('required'), v.regex(/^[a-z0-9-]{1,80}$/, 'required')),
})

export const agreementForm = v.pipe(
  v.object({ signedOn: day, from: day, until: day }),
  v.forward(
    v.partialCheck(
      [['from'], ['until']],
      ({ from, until }) => Temporal.PlainDate.compare(from, until) <= 0,
      'until',
    ),
    ['until'],
  ),
)

export const contactForm = v.object({
  contactName: words(120),
  role: line(120),
  phone: v.pipe(
    line(40),
    v.transform(plainDigits),
    v.check(text => text === '' || isPhone(text), 'phone'),
  ),
  email: v.pipe(
    line(254),
    v.check(text => text === '' || isEmail(text), 'email'),
  ),
})

export const meetingForm = v.object({
  heldOn: day,
  place: words(120),
  agenda: line(4000),
  decisions: line(4000),
})

/** Who does it is one value of a list: `account/<id>` or `partner/<id>`. */
export const taskForm = v.object({
  words: words(300),
  owner: v.pipe(
    v.string('required'),
    v.regex(/^(account\/[\w-]{1,80}|partner\/[0-9a-f-]{36})$/, 'required'),
    v.transform(text => {
      const [kind, id = ''] = text.split('/')
      return kind === 'account' ? { accountId: id } : { partnerId: id }
    }),
  ),
  dueOn: day,
})

export const doneForm = v.object({ done: v.picklist(['yes', 'no'], 'required') })

function isWebsite(text: string) {
  return text === '' || (/^https?:\/\/\S+$/.test(text) && URL.canParse(text))
}
