import { Button, Cluster, Form, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { IntakeView } from '../show.ts'
import { DataNotice, IntakeFacts } from './intake-facts.tsx'
import { PartyFaults, PartyFields, type PartyValues } from './party-fields.tsx'

type Props = {
  view: IntakeView
  wording: Wording
  values: PartyValues
  errors: Record<string, string>
  renderingKey: string
  thisYear: number
}

/** A family that calls or stands at the desk: the same questions, asked by staff. */
export const AddPage = ({ view, wording, values, errors, renderingKey, thisYear }: Props) => {
  const { t, language } = wording
  const back = paths.list(language, view.intake.id)
  return (
    <div class="stack">
      <IntakeFacts view={view} wording={wording} />
      <PartyFaults wording={wording} errors={errors} />
      <Form action={`${back}/add`} carry={{ renderingKey }}>
        <PartyFields
          {...{ wording, values, errors, thisYear }}
          asksForChildren={view.intake.counts !== 'adult'}
        />
        <DataNotice view={view} wording={wording} />
        <Cluster>
          <Button kind="primary">{t('registration.join.send')}</Button>
          <LinkButton href={back}>{t('registration.change.back')}</LinkButton>
        </Cluster>
      </Form>
    </div>
  )
}
