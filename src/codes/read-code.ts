import * as v from 'valibot'
import type { Page } from '../identity/index.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf } from '../platform/web/form.ts'
import type { sharedRateLimit } from '../platform/web/rate-limit.ts'

/** Why a code opens nothing, and what was typed. */
export type CodeFault = { problem: 'required' | 'code' | 'too-often'; typed: string | undefined }

/** The code that somebody typed; a code is short, so that only so many may be tried. */
export const readCode = async (
  c: Page,
  mayTry: ReturnType<typeof sharedRateLimit>,
): Promise<{ code: string } | CodeFault> => {
  const form = await c.req.formData()
  const typed = textOf(form, 'code')
  const parsed = parseForm(form, codeForm)
  if (!parsed.ok) return { problem: 'required', typed }
  return (await mayTry(c, clientAddress(c))) ? parsed.value : { problem: 'too-often', typed }
}

/** The link or the code that the button of a page sends along; tried no more often than one that is typed. */
export const readKey = async (
  c: Page,
  mayTry: ReturnType<typeof sharedRateLimit>,
): Promise<{ key: string } | CodeFault> => {
  const key = textOf(await c.req.formData(), 'key') ?? ''
  return (await mayTry(c, clientAddress(c))) ? { key } : { problem: 'too-often', typed: '' }
}

export const statusOfFault = ({ problem }: CodeFault) => (problem === 'too-often' ? 429 : 422)

const codeForm = v.object({
  code: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(40, 'required')),
})
