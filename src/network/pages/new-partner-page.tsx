import { Button, ErrorSummary, Form, SelectField } from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { PartnerFields } from './partner-fields.tsx'
import { faultsOf, type Said } from './said.ts'

type Props = {
  centres: readonly { slug: string; name: string }[]
  typed: FormValues
  errors: Said
  languages: readonly string[]
  wording: Wording
}

/** A new partner: who it is and what it contributes. */
export const NewPartnerPage = ({ centres, typed, errors, languages, wording }: Props) => {
  const { t, language } = wording
  return (
    <>
      <ErrorSummary title={t('network.mend')} faults={faultsOf(errors)} />
      <Form action={paths.newPartner(language)}>
        <CentreField {...{ centres, typed, wording }} />
        <PartnerFields typed={'name' in typed ? typed : undefined} {...{ errors, languages, wording }} />
        <Button kind="primary">{t('network.partners.add')}</Button>
      </Form>
    </>
  )
}

/** Asked only of somebody who leads more than one. */
export const CentreField = ({ centres, typed, wording }: Pick<Props, 'centres' | 'typed' | 'wording'>) =>
  centres.length > 1 ? (
    <SelectField
      name="centre"
      label={wording.t('network.field.centre')}
      value={typedIn(typed, 'centre')}
      options={centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'de' }))}
    />
  ) : null
