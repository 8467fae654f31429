import {
  Button,
  Card,
  Columns,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Stack,
} from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Meeting, Task } from '../meeting.ts'
import { paths } from '../paths.ts'
import { MeetingFields } from './meeting-fields.tsx'
import { faultsOf, type Said } from './said.ts'
import { TaskCard } from './task-card.tsx'

export type MeetingPageProps = {
  meeting: Meeting
  tasks: readonly Task[]
  team: readonly { accountId: string; name: string }[]
  partners: readonly { id: string; name: string }[]
  typed: FormValues | undefined
  errors: Said
  what: 'entered' | 'given' | 'ticked' | undefined
  today: Temporal.PlainDate
  wording: Wording
}

/** One meeting: what was talked about and decided, and who does what until when. */
export const MeetingPage = (props: MeetingPageProps) => {
  const { meeting, typed, errors, what, wording } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      <LoneLink href={paths.meetings(language)}>{t('network.meetings.title')}</LoneLink>
      {what && <Notice announce tone="success" title={t(`network.news.${what}`)} />}
      <ErrorSummary title={t('network.mend')} faults={faultsOf(errors)} />
      <Columns aside={<TaskCard {...props} />}>
        <Card title={t('network.meeting.facts')}>
          <Form action={paths.meeting(language, meeting.id)}>
            <MeetingFields
              typed={typed && 'heldOn' in typed ? typed : undefined}
              {...{ meeting, errors, wording }}
            />
            <Button kind="primary">{t('network.save')}</Button>
          </Form>
        </Card>
      </Columns>
    </Stack>
  )
}
