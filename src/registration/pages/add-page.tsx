import { Button, Cluster, Form, LinkButton, SelectField } from '../../platform/design/index.ts'
import { type Language, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { ComesAsField } from '../rules/pages/comes-as-field.tsx'
import type { IntakeView } from '../show.ts'
import { IntakeFacts, RegistrationDataNotice } from './intake-facts.tsx'
import { PartyFaults, PartyFields, type PartyState } from './party-fields.tsx'

type Props = PartyState & {
  view: IntakeView
  wording: Wording
  ages: string | undefined
  price: readonly string[]
  renderingKey: string
  /** In which the family can be told something, and the one that was chosen. */
  languages: readonly Language[]
  chosen: Language
}

/** A family that calls or stands at the desk: the same questions, asked by staff. */
export const AddPage = ({ view, wording, ages, price, renderingKey, languages, chosen, ...party }: Props) => {
  const { t, language } = wording
  const back = paths.list(language, view.intake.id)
  return (
    <div class="stack">
      <IntakeFacts {...{ view, wording, ages, price }} />
      <PartyFaults wording={wording} {...party} />
      <Form action={`${back}/add`} carry={{ renderingKey }}>
        <PartyFields wording={wording} {...party} asksForChildren={view.intake.counts !== 'adult'} />
        <SelectField
          name="language"
          label={t('outreach.calls.language')}
          value={chosen}
          options={languages.map(value => ({ value, label: nameOfLanguage(value, language) }))}
        />
        <ComesAsField priority={view.intake.priority} {...{ wording, ...party }} byStaff />
        <RegistrationDataNotice view={view} wording={wording} />
        <Cluster>
          <Button kind="primary">{t('registration.join.send')}</Button>
          <LinkButton href={back}>{t('registration.change.back')}</LinkButton>
        </Cluster>
      </Form>
    </div>
  )
}
