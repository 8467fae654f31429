import { PlanDifference } from '../../planning/index.ts'
import {
  Button,
  Cluster,
  ConfirmButton,
  ErrorSummary,
  Form,
  Notice,
  Section,
  Stack,
  TextArea,
} from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { readProposal } from '../decide.ts'
import { paths } from '../paths.ts'
import { versionOf } from '../proposal.ts'

type Props = Awaited<ReturnType<typeof readProposal>> & {
  problems: FormProblems
  /** The partner mended it while it was being looked at. */
  isMended: boolean
  wording: Wording
}

/** What a partner proposes beside what families see now: approve, mend first, or send back with a reason. */
export const DecidePage = ({ proposal, stands, proposed, problems, isMended, wording }: Props) => {
  const { t, language } = wording
  const { id, note, state, reason } = proposal
  const missing = problems.reason ? t('proposals.decide.reasonMissing') : undefined
  return (
    <Stack gap="large">
      <ErrorSummary
        title={t('programme.staff.faults')}
        faults={missing ? [{ field: 'reason', message: missing }] : []}
      />
      {isMended && <Notice tone="warning" title={t('proposals.decide.mended')} />}
      {note !== '' && (
        <Notice title={t('proposals.decide.note')}>
          <p class="as-written" dir="auto">
            {note}
          </p>
        </Notice>
      )}
      {state === 'approved' && <Notice tone="success" title={t('proposals.decide.approved')} />}
      {state === 'sent-back' && (
        <Notice title={t('proposals.decide.sentBack')}>
          <p class="as-written" dir="auto">
            {reason}
          </p>
        </Notice>
      )}
      {proposed && state !== 'approved' && (
        <PlanDifference before={stands} after={proposed} wording={wording} />
      )}
      {state === 'sent' && (
        <>
          <Stack>
            <p>{t(stands ? 'proposals.decide.staysPublic' : 'proposals.decide.notYetPublic')}</p>
            <Cluster>
              {proposed && (
                <ConfirmButton
                  kind="primary"
                  icon="check"
                  action={paths.approve(language, id)}
                  fields={{ seen: versionOf(proposal) }}
                >
                  {t('proposals.decide.approve')}
                </ConfirmButton>
              )}
              <ConfirmButton action={paths.edit(language, id)}>{t('proposals.decide.edit')}</ConfirmButton>
            </Cluster>
          </Stack>
          <Section title={t('proposals.decide.back')}>
            <Form action={paths.sendBack(language, id)}>
              <TextArea
                name="reason"
                label={t('proposals.decide.reason')}
                hint={t('proposals.decide.reasonHint')}
                rows={3}
                maxlength={1000}
                error={missing}
              />
              <Button>{t('proposals.decide.sendBack')}</Button>
            </Form>
          </Section>
        </>
      )}
    </Stack>
  )
}
