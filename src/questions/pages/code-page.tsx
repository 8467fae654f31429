import { Button, ErrorSummary, Form, Stack, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

type Props = { action: string; error: string | undefined; typed?: string | undefined; wording: Wording }

/** For whoever has the code of a question. */
export const CodePage = ({ wording, ...form }: Props) => (
  <Stack>
    <h1>{wording.t('questions.code.title')}</h1>
    <CodeForm wording={wording} {...form} />
  </Stack>
)

export const CodeForm = ({ action, error, typed, wording: { t } }: Props) => (
  <>
    <ErrorSummary title={t('questions.ask.mend')} faults={error ? [{ field: 'code', message: error }] : []} />
    <Form action={action}>
      <TextField
        name="code"
        label={t('questions.code.label')}
        hint={t('questions.code.hint')}
        value={typed}
        error={error}
        autocomplete="off"
        maxlength={20}
        short
      />
      <Button>{t('questions.code.open')}</Button>
    </Form>
  </>
)
