import { Button, ErrorSummary, Form, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CodeFault } from '../read-code.ts'

type Props = {
  action: string
  fault: CodeFault | undefined
  /** What is said where a code does something else than open. */
  says?: { hint: string; button: string; unknown: string }
  wording: Wording
}

/** For whoever has the code that stands on a page, or on paper, and not the link. */
export const CodeForm = ({ action, fault, says, wording: { t } }: Props) => {
  const error = fault && ((fault.problem === 'code' && says?.unknown) || t(`codes.problem.${fault.problem}`))
  return (
    <>
      <ErrorSummary title={t('codes.mend')} faults={error ? [{ field: 'code', message: error }] : []} />
      <Form action={action}>
        <TextField
          name="code"
          label={t('codes.label')}
          hint={says?.hint ?? t('codes.hint')}
          value={fault?.typed}
          error={error}
          autocomplete="off"
          maxlength={20}
          short
        />
        <Button>{says?.button ?? t('codes.open')}</Button>
      </Form>
    </>
  )
}
