import { Button, ErrorSummary, Form, Notice, Stack, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

type FormProps = { action: string; error: string | undefined; typed?: string | undefined; wording: Wording }

/** For whoever has the code of a note, or of her interest in one. */
export const CodePage = ({ isGone, ...form }: FormProps & { isGone: boolean }) => {
  const { t } = form.wording
  return (
    <Stack>
      <h1>{t('neighbours.code.title')}</h1>
      {isGone && <Notice tone="success" title={t('neighbours.own.gone')} announce />}
      <CodeForm {...form} />
    </Stack>
  )
}

export const CodeForm = ({ action, error, typed, wording: { t } }: FormProps) => (
  <>
    <ErrorSummary
      title={t('neighbours.send.mend')}
      faults={error ? [{ field: 'code', message: error }] : []}
    />
    <Form action={action}>
      <TextField
        name="code"
        label={t('neighbours.code.label')}
        hint={t('neighbours.code.hint')}
        value={typed}
        error={error}
        autocomplete="off"
        maxlength={20}
        short
      />
      <Button>{t('neighbours.code.open')}</Button>
    </Form>
  </>
)
