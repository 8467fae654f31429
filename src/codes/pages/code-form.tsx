import { Button, ErrorSummary, Form, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CodeFault } from '../read-code.ts'

type Props = { action: string; fault: CodeFault | undefined; wording: Wording }

/** For whoever has the code that stands on a page, or on paper, and not the link. */
export const CodeForm = ({ action, fault, wording: { t } }: Props) => {
  const error = fault && t(`codes.problem.${fault.problem}`)
  return (
    <>
      <ErrorSummary title={t('codes.mend')} faults={error ? [{ field: 'code', message: error }] : []} />
      <Form action={action}>
        <TextField
          name="code"
          label={t('codes.label')}
          hint={t('codes.hint')}
          value={fault?.typed}
          error={error}
          autocomplete="off"
          maxlength={20}
          short
        />
        <Button>{t('codes.open')}</Button>
      </Form>
    </>
  )
}
