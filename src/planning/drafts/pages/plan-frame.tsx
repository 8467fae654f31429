import type { PropsWithChildren } from 'hono/jsx'
import { Button, Cluster, ErrorSummary, Form, Stack, Steps } from '../../../platform/design/index.ts'
import type { FormProblems } from '../../../platform/web/form.ts'
import { stepBefore, stepsFrom } from '../../../platform/web/steps.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { Answers } from '../../plan/draft.ts'
import { isAnswered } from '../../plan/offer-plan.ts'
import { faultsOf } from '../../plan/pages/plan-fields.ts'
import { type PlanStep, planSteps } from '../../plan/plan-steps.ts'
import { staffPaths } from '../../staff-paths.ts'

export type DraftProps = { wording: Wording; draft: { id: string; answers: Answers }; step: PlanStep }

/** Where one stands in planning, with a way back to each step that opens. */
export const PlanSteps = ({ wording: { t, language }, draft, step }: DraftProps) => (
  <Steps
    label={t('programme.staff.steps')}
    done={t('programme.staff.done')}
    steps={stepsFrom(planSteps, isAnswered(draft.answers), step).map(({ step, state, isReachable }) => ({
      label: t(`programme.staff.step.${step}`),
      state,
      ...(isReachable && { href: staffPaths.step(language, draft.id, step) }),
    }))}
  />
)

/** The frame of every step that asks something: what is wrong, the fields, and where one can go from here. */
export const AskingPage = ({
  children,
  problems,
  ...props
}: PropsWithChildren<DraftProps & { problems: FormProblems }>) => {
  const { wording, draft, step } = props
  const { t, language } = wording
  return (
    <Stack>
      <PlanSteps {...props} />
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf({ wording, problems })} />
      <Form action={staffPaths.step(language, draft.id, step)}>
        {/* The first button of a form is the one that Enter presses. */}
        <span class="kern-sr-only" aria-hidden="true">
          <button type="submit" name="do" value="next" tabindex={-1}>
            {t('programme.staff.next')}
          </button>
        </span>
        {children}
        <Cluster>
          <Button kind="primary" name="do" value="next">
            {t('programme.staff.next')}
          </Button>
          {stepBefore(planSteps, step) && (
            <Button name="do" value="back">
              {t('programme.staff.back')}
            </Button>
          )}
          <Button kind="quiet" name="do" value="later">
            {t('programme.staff.later')}
          </Button>
        </Cluster>
      </Form>
    </Stack>
  )
}
