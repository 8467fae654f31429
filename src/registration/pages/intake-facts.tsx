import { DescriptionList } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { IntakeView } from '../show.ts'

/** What, when, where: stands above every form, so that nobody registers for the wrong thing. */
export const IntakeFacts = ({ view: { intake, names }, wording }: { view: IntakeView; wording: Wording }) => {
  const { t } = wording
  const where = [names.centre, intake.place].filter(Boolean).join(', ')
  const when = wording.moment(intake.startsAt)
  return (
    <DescriptionList
      items={[
        {
          term: t('registration.facts.when'),
          icon: 'clock',
          value: intake.sessionId ? when : t('registration.facts.courseFrom', { when }),
        },
        { term: t('registration.facts.where'), icon: 'place', value: where },
      ]}
    />
  )
}

/** Whose data this is, under which law, until when, and whom to ask: on every form. */
export const DataNotice = ({ view: { names }, wording: { t } }: { view: IntakeView; wording: Wording }) => (
  <details>
    <summary>{t('registration.data.title')}</summary>
    <div class="prose">
      <p>{t('registration.data.who', { provider: names.provider })}</p>
      <p>{t(`registration.data.law.${names.law}`)}</p>
      <p>{t('registration.data.until')}</p>
      <p>
        {t('registration.data.ask', {
          officer: names.officer,
          email: names.officerEmail,
          authority: names.authority,
        })}
      </p>
    </div>
  </details>
)

export const OfferTitle = ({ view: { names }, wording }: { view: IntakeView; wording: Wording }) => (
  <span lang={names.titleLanguage === wording.language ? undefined : names.titleLanguage} dir="auto">
    {names.title}
  </span>
)
