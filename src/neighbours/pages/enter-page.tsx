import { Button, ErrorSummary, Form, SelectField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { HowToReachMe } from './how-to-reach-me.tsx'
import { NoteFields } from './note-fields.tsx'
import { faultsOf, type Said, type Typed } from './said.ts'

type Props = {
  centres: readonly { slug: string; name: string }[]
  values: Typed
  errors: Said
  renderingKey: string
  wording: Wording
}

/** A note that the team writes for a family; it hangs at once. */
export const EnterPage = ({ centres, values, errors, renderingKey, wording }: Props) => {
  const { t, language } = wording
  return (
    <>
      <p>{t('neighbours.enter.lead')}</p>
      <ErrorSummary title={t('neighbours.send.mend')} faults={faultsOf(errors)} />
      <Form action={paths.enter(language)} carry={{ renderingKey }}>
        {centres.length > 1 && (
          <SelectField
            name="centre"
            label={t('neighbours.enter.centre')}
            value={values.centre}
            error={errors.centre}
            options={centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'de' }))}
          />
        )}
        <NoteFields {...{ values, errors, wording }} />
        <HowToReachMe {...{ values, errors, wording }} />
        <Button kind="primary">{t('neighbours.enter.send')}</Button>
      </Form>
    </>
  )
}
