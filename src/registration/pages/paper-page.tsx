import { Cluster, ConfirmButton, LinkButton, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { RegistrationState } from '../registration.ts'
import type { IntakeView } from '../show.ts'
import { IntakeFacts } from './intake-facts.tsx'

type Props = { view: IntakeView; wording: Wording; state: RegistrationState; code: string; id: string }

/** What staff read out or print for a family that has no e-mail: what, when, where, and the code. */
export const PaperPage = ({ view, wording, state, code, id }: Props) => {
  const { t, language } = wording
  return (
    <div class="stack">
      <Notice
        tone={state === 'confirmed' ? 'success' : 'info'}
        title={t(`registration.paper.${state === 'confirmed' ? 'confirmed' : 'waiting'}`)}
        announce
      >
        {t('registration.paper.next')}
      </Notice>
      <p class="big-code" dir="ltr">
        {code}
      </p>
      <IntakeFacts view={view} wording={wording} />
      <Cluster>
        <ConfirmButton
          kind="primary"
          icon="print"
          action={paths.act(language, id, 'slip.pdf')}
          fields={{ code }}
        >
          {t('registration.list.slip')}
        </ConfirmButton>
        <LinkButton href={paths.list(language, view.intake.id)}>{t('registration.paper.back')}</LinkButton>
      </Cluster>
    </div>
  )
}
