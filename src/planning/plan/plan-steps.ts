import type { StepOrder } from '../../platform/web/steps.ts'

/** What is asked about an offer, in this order; the last step shows the dates before anything is saved. */
export const planSteps = ['what', 'who', 'when', 'places', 'check'] as const satisfies StepOrder<string>
export type PlanStep = (typeof planSteps)[number]
/** A step that asks something. */
export type AskingStep = Exclude<PlanStep, 'check'>

export const askingSteps = ['what', 'who', 'when', 'places'] as const satisfies readonly AskingStep[]
