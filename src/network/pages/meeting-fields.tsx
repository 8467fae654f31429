import { DateField, TextArea, TextField } from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { MeetingFacts } from '../meeting.ts'
import type { Said } from './said.ts'

type Props = {
  meeting?: MeetingFacts
  typed: FormValues | undefined
  errors: Said
  wording: Wording
}

/** When and where one meets, about what, and what was decided. */
export const MeetingFields = ({ meeting, typed, errors, wording: { t } }: Props) => {
  const field = (name: keyof MeetingFacts) => ({
    ...{ name, label: t(`network.meeting.${name}`), error: errors[name] },
    value: typedIn(typed, name) ?? meeting?.[name].toString(),
  })
  return (
    <>
      <DateField {...field('heldOn')} />
      <TextField {...field('place')} maxlength={120} />
      <TextArea {...field('agenda')} hint={t('network.meeting.agendaHint')} maxlength={4000} rows={5} />
      <TextArea {...field('decisions')} hint={t('network.meeting.decisionsHint')} maxlength={4000} rows={6} />
    </>
  )
}
