import { Button, ErrorSummary, Form, Stack, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { error: string | undefined; typed: string | undefined; wording: Wording }

/** For whoever has the code of a booking and not its link. */
export const CodePage = ({ error, typed, wording: { t, language } }: Props) => (
  <Stack>
    <h1>{t('counselling.code.title')}</h1>
    <ErrorSummary
      title={t('counselling.book.mend')}
      faults={error ? [{ field: 'code', message: error }] : []}
    />
    <Form action={paths.byCode(language)}>
      <TextField
        name="code"
        label={t('counselling.code.label')}
        hint={t('counselling.code.hint')}
        value={typed}
        error={error}
        autocomplete="off"
        maxlength={20}
        short
      />
      <Button>{t('counselling.code.open')}</Button>
    </Form>
  </Stack>
)
