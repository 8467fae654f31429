import { cancelReasons } from '../../../outreach/index.ts'
import {
  Button,
  Cluster,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  Stack,
  TextArea,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths as registrationPaths, type Told } from '../../../registration/index.ts'
import { faultsOf, fieldsOf, type StepProps } from '../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { SessionToCancel } from '../store/cancelling.ts'
import { Concerned } from './letters.tsx'

type Props = { wording: Wording; session: SessionToCancel; told: Told }

/** Says whom it will reach, asks why, and shows that families read both reason and words. */
export const CancelSessionPage = ({ session, told, ...props }: Props & StepProps) => {
  const { wording, problems } = props
  const { t, language } = wording
  const { text } = fieldsOf(props)
  return (
    <Stack>
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf({ wording, problems })} />
      <Concerned told={told} about="cancelling" wording={wording} />
      <Form action={staffPaths.cancel(language, session.id)}>
        <RadioGroup
          {...text('reason')}
          label={t('programme.staff.field.reason')}
          options={cancelReasons.map(value => ({
            value,
            label: t(`programme.staff.cancel.reason.${value}`),
          }))}
        />
        <TextArea
          {...text('note')}
          label={t('programme.staff.field.note')}
          hint={t('programme.staff.cancel.noteHint')}
          optional={t('programme.staff.optional')}
          rows={3}
          maxlength={500}
        />
        <Cluster>
          <Button kind="danger" icon="cancelled">
            {t('programme.staff.cancel.submit')}
          </Button>
          <LinkButton kind="quiet" href={staffPaths.offer(language, session.offerSlug)}>
            {t('programme.staff.cancel.leave')}
          </LinkButton>
        </Cluster>
      </Form>
    </Stack>
  )
}

/** What became of it: who was told, who is still to be called. */
export const CancelledSessionPage = ({ wording, session, told }: Props) => {
  const { t, language } = wording
  const { byMail, toCall, notReached } = told
  return (
    <Stack>
      <Notice announce tone="success" title={t('programme.staff.cancel.done')}>
        {byMail > 0 && <p>{t('programme.staff.cancel.told', { count: byMail })}</p>}
        {byMail + toCall + notReached === 0 && <p>{t('programme.staff.cancel.nobodyTold')}</p>}
      </Notice>
      {toCall + notReached > 0 && (
        <Notice tone="warning" title={t('programme.staff.cancel.stillToDo')}>
          {toCall > 0 && <p>{t('programme.staff.cancel.toCall', { count: toCall })}</p>}
          {notReached > 0 && <p>{t('programme.staff.cancel.notReached', { count: notReached })}</p>}
          <p>
            <a href={registrationPaths.sessionList(language, session.id)}>
              {t('programme.staff.cancel.list')}
            </a>
          </p>
        </Notice>
      )}
      <p>
        <a href={staffPaths.offer(language, session.offerSlug)}>{t('programme.staff.cancel.back')}</a>
      </p>
    </Stack>
  )
}

/** Nothing to cancel any more: what was counted there stands. */
export const OverSessionPage = ({
  wording: { t, language },
  session,
}: Pick<Props, 'wording' | 'session'>) => (
  <Stack>
    <Notice title={t('programme.staff.cancel.over')} />
    <p>
      <a href={staffPaths.offer(language, session.offerSlug)}>{t('programme.staff.cancel.back')}</a>
    </p>
  </Stack>
)
