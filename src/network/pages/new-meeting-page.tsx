import { Button, ErrorSummary, Form } from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { MeetingFields } from './meeting-fields.tsx'
import { CentreField } from './new-partner-page.tsx'
import { faultsOf, type Said } from './said.ts'

type Props = {
  centres: readonly { slug: string; name: string }[]
  typed: FormValues
  errors: Said
  wording: Wording
}

/** A new meeting, before it is held or afterwards. */
export const NewMeetingPage = ({ centres, typed, errors, wording }: Props) => {
  const { t, language } = wording
  return (
    <>
      <ErrorSummary title={t('network.mend')} faults={faultsOf(errors)} />
      <Form action={paths.newMeeting(language)}>
        <CentreField {...{ centres, typed, wording }} />
        <MeetingFields {...{ typed, errors, wording }} />
        <Button kind="primary">{t('network.meetings.add')}</Button>
      </Form>
    </>
  )
}
