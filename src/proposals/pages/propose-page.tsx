import { ProposedFields } from '../../planning/index.ts'
import { Button, Cluster, Form, LinkButton, Notice, Stack, TextArea } from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = {
  heading: string
  /** Where the form is sent. */
  action: string
  link: string
  /** Why it came back, when it did. */
  reason: string
  renderingKey: string
  values: FormValues
  problems: FormProblems
  languages: readonly string[]
  wording: Wording
}

/** One page with all that the team needs to know of an offer; the places it decides itself. */
export const ProposePage = ({ heading, action, link, reason, renderingKey, ...typed }: Props) => {
  const { t, language } = typed.wording
  const { note } = typed.values
  const { form, ...problems } = typed.problems
  return (
    <Stack>
      <h1>{heading}</h1>
      <p class="lead">{t('proposals.form.lead')}</p>
      {form && (
        <Notice announce tone="danger" title={t('proposals.form.waiting')}>
          <a href={paths.own(language, link)}>{t('proposals.own.open')}</a>
        </Notice>
      )}
      {reason !== '' && (
        <Notice tone="warning" title={t('proposals.form.reason')}>
          <p class="as-written" dir="auto">
            {reason}
          </p>
        </Notice>
      )}
      <Form action={action} carry={{ renderingKey }}>
        {/* The first button of a form is the one that Enter presses. */}
        <span class="kern-sr-only" aria-hidden="true">
          <button type="submit" tabindex={-1}>
            {t('proposals.form.send')}
          </button>
        </span>
        <ProposedFields {...typed} problems={problems} />
        <TextArea
          name="note"
          value={typeof note === 'string' ? note : ''}
          label={t('proposals.form.note')}
          hint={t('proposals.form.noteHint')}
          optional={t('programme.staff.optional')}
          rows={3}
          maxlength={1000}
        />
        <Cluster>
          <Button kind="primary">{t('proposals.form.send')}</Button>
          <LinkButton kind="quiet" href={paths.own(language, link)}>
            {t('proposals.form.leave')}
          </LinkButton>
        </Cluster>
      </Form>
    </Stack>
  )
}
