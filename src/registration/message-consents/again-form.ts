import * as v from 'valibot'
import { chosen } from '../../platform/web/form-fields.ts'
import { isEmail, isPhone, plainDigits } from '../../platform/web/reachable.ts'
import { languages } from '../../platform/wording/wording.ts'
import { neededName } from '../forms.ts'
import { messageMedia } from './message-consent.ts'

/** Who wants to know, as staff write it down; the words were read out. */
export const againForm = v.pipe(
  v.object({
    called: neededName,
    medium: chosen(messageMedia),
    address: v.pipe(
      v.optional(v.string(), ''),
      v.maxLength(254, 'too-long'),
      v.nonEmpty('required'),
      v.transform(plainDigits),
    ),
    language: chosen(languages),
    agrees: v.literal('yes', 'agrees'),
  }),
  v.forward(
    v.partialCheck(
      [['medium'], ['address']],
      ({ medium, address }) => (medium === 'email' ? isEmail(address) : isPhone(address)),
      'address',
    ),
    ['address'],
  ),
  v.transform(({ agrees: _, ...asked }) => asked),
)
