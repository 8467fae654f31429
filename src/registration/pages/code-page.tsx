import { paths as centrePaths } from '../../centres/index.ts'
import {
  Button,
  Cluster,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

/** Where the codes lead that were given for something else: they look alike on paper. */
export type OtherCodes = (wording: Wording) => readonly { href: string; label: string }[]

/** For families who have their registration as a code on paper. */
export const CodePage = ({
  wording,
  otherCodes,
  error,
  typed,
  isErased,
}: {
  wording: Wording
  otherCodes: OtherCodes
  error?: string | undefined
  typed?: string
  /** Comes from having everything deleted; there is no page of hers any more. */
  isErased?: boolean
}) => {
  const { t, language } = wording
  return (
    <div class="stack">
      <h1>{t('registration.code.title')}</h1>
      {isErased && <Notice tone="success" title={t('registration.code.erased')} announce />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={error ? [{ field: 'code', message: error }] : []}
      />
      <Form action={paths.findByCode(language)}>
        <TextField
          name="code"
          label={t('registration.code.label')}
          hint={t('registration.code.hint')}
          value={typed}
          error={error}
          autocomplete="off"
          maxlength={20}
        />
        <Button kind="primary">{t('registration.code.open')}</Button>
      </Form>
      <p>{t('registration.code.lost')}</p>
      <Cluster>
        <LinkButton icon="phone" href={centrePaths.centres(language)}>
          {t('registration.code.centres')}
        </LinkButton>
      </Cluster>
      <h2>{t('registration.code.other')}</h2>
      <Cluster>
        {otherCodes(wording).map(({ href, label }) => (
          <LinkButton href={href}>{label}</LinkButton>
        ))}
      </Cluster>
    </div>
  )
}
