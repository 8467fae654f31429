import { RadioGroup, SelectField, TextArea, TextField } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { kinds, noteLanguages } from '../note.ts'
import type { Said, Typed } from './said.ts'

type Props = { values: Typed; errors: Said; wording: Wording }

/** What hangs on the board: the same for a family, for the team that writes one for a family, and for mending. */
export const NoteFields = ({ values, errors, wording: { t, language } }: Props) => (
  <>
    <RadioGroup
      name="kind"
      label={t('neighbours.field.kind')}
      error={errors.kind}
      value={values.kind}
      options={kinds.map(kind => ({
        ...{ value: kind, label: t(`neighbours.kind.${kind}`), hint: t(`neighbours.kindHint.${kind}`) },
      }))}
    />
    <TextField
      name="title"
      label={t('neighbours.field.title')}
      hint={t('neighbours.field.titleHint')}
      value={values.title}
      error={errors.title}
      maxlength={80}
      autocomplete="off"
    />
    <TextArea
      name="words"
      label={t('neighbours.field.words')}
      hint={t('neighbours.field.wordsHint')}
      value={values.words}
      error={errors.words}
      maxlength={600}
      rows={4}
    />
    <SelectField
      name="language"
      label={t('neighbours.field.language')}
      value={values.language ?? noteLanguages.find(code => code === language) ?? 'de'}
      error={errors.language}
      options={noteLanguages.map(code => ({ value: code, label: nameOfLanguage(code), lang: code }))}
    />
  </>
)
