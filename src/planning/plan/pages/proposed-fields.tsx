import { ErrorSummary, Section } from '../../../platform/design/index.ts'
import { faultsOf, type StepProps } from './plan-fields.ts'
import { WhatFields } from './plan-what.tsx'
import { WhenFields } from './plan-when.tsx'
import { WhoFields } from './plan-who.tsx'

/** The questions of planning that somebody outside of the team can answer, one below the other. */
export const ProposedFields = ({ languages, ...props }: StepProps & { languages: readonly string[] }) => {
  const { t } = props.wording
  return (
    <>
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf(props)} />
      <Section title={t('programme.staff.step.what')}>
        <div class="stack stack--form">
          <WhatFields {...props} languages={languages} />
        </div>
      </Section>
      <Section title={t('programme.staff.step.who')}>
        <div class="stack stack--form">
          <WhoFields {...props} />
        </div>
      </Section>
      <Section title={t('programme.staff.step.when')}>
        <div class="stack stack--form">
          <WhenFields {...props} />
        </div>
      </Section>
    </>
  )
}
