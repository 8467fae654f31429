import type { Wording } from '../../platform/wording/wording.ts'
import type { CentreDetails } from '../centre.ts'

/** Who answers for what a family writes into a form, and whom she can ask. */
export type Controller = {
  provider: string
  law: 'DSGVO' | 'KDG' | 'DSG-EKD'
  officer: string
  officerEmail: string
  authority: string
}

/** Whose data this is, under which law, until when, and whom to ask: on every form. */
export const DataNotice = ({
  controller,
  until,
  wording: { t },
}: {
  controller: Controller
  /** When what was written is deleted. */
  until: string
  wording: Wording
}) => (
  <details>
    <summary>{t('centres.data.title')}</summary>
    <div class="prose">
      <p>{t('centres.data.who', { provider: controller.provider })}</p>
      <p>{t(`centres.data.law.${controller.law}`)}</p>
      <p>{until}</p>
      <p>
        {t('centres.data.ask', {
          officer: controller.officer,
          email: controller.officerEmail,
          authority: controller.authority,
        })}
      </p>
    </div>
  </details>
)

/** Who answers for what is written to a centre. */
export const controllerOf = ({ provider }: CentreDetails): Controller => ({
  ...{ provider: provider.name, law: provider.law, authority: provider.authority },
  ...{ officer: provider.dataProtectionOfficer, officerEmail: provider.dataProtectionEmail },
})
