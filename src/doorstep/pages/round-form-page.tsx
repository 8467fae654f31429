import type { LedCentre } from '../../centres/index.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  SelectField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Round } from '../round.ts'
import { faultsOf, type Said } from './said.ts'

type Props = {
  /** The open round that is changed; missing for a new one. */
  round?: Round | undefined
  centres: readonly LedCentre[]
  typed: FormValues
  errors: Said
  wording: Wording
}

/** On which day the kits are brought, and who goes. */
export const RoundFormPage = ({ round, centres, typed, errors, wording: { t, language } }: Props) => (
  <Stack>
    <p>{t(round ? 'doorstep.round.changeHint' : 'doorstep.round.planHint')}</p>
    <ErrorSummary title={t('doorstep.ask.mend')} faults={faultsOf(errors)} />
    <Form action={round ? paths.changeRound(language, round.id) : paths.newRound(language)}>
      {!round && centres.length > 1 && (
        <SelectField
          name="centre"
          label={t('doorstep.field.centre')}
          value={typedIn(typed, 'centre')}
          options={centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'de' }))}
        />
      )}
      <DateField
        name="heldOn"
        label={t('doorstep.field.heldOn')}
        value={typedIn(typed, 'heldOn') ?? round?.heldOn.toString()}
        error={errors.heldOn}
      />
      <TextField
        name="goes"
        label={t('doorstep.field.goes')}
        optional={t('doorstep.field.optional')}
        hint={t('doorstep.field.goesHint')}
        value={typedIn(typed, 'goes') ?? round?.goes}
        error={errors.goes}
        autocomplete="off"
        maxlength={80}
      />
      <Button kind="primary">{t('doorstep.round.save')}</Button>
    </Form>
  </Stack>
)
