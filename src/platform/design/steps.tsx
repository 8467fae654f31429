import { Icon } from './icon.tsx'

/** A step of a form on several pages; one that is done may be gone back to. */
export type Step = { label: string; state: 'done' | 'current' | 'ahead'; href?: string | undefined }

/** Where one stands in a form on several pages. `done` is the word a screen reader says for a finished step. */
export const Steps = ({ steps, label, done }: { steps: Step[]; label: string; done: string }) => (
  <nav aria-label={label}>
    <ol class="steps">
      {steps.map((step, index) => (
        <li class={`is-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          {step.href && step.state !== 'current' ? (
            <a href={step.href}>
              <StepText {...step} number={index + 1} done={done} />
            </a>
          ) : (
            <StepText {...step} number={index + 1} done={done} />
          )}
        </li>
      ))}
    </ol>
  </nav>
)

const StepText = ({ label, state, number, done }: Step & { number: number; done: string }) => (
  <>
    <span class="steps__dot">{state === 'done' ? <Icon name="check" /> : number}</span>
    <span class="steps__label">{label}</span>
    {state === 'done' && <span class="kern-sr-only">, {done}</span>}
  </>
)
