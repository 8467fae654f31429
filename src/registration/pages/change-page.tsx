import { Button, Cluster, Form, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { RegistrationView } from '../show.ts'
import { DataNotice, OfferTitle } from './intake-facts.tsx'
import { PartyFaults, PartyFields, type PartyValues } from './party-fields.tsx'

type Props = {
  view: RegistrationView
  wording: Wording
  address: string
  thisYear: number
  values: PartyValues
  errors: Record<string, string>
}

/** Correct a name, hand the place to a sister, come with more or fewer. */
export const ChangePage = ({ view, wording, address, thisYear, values, errors }: Props) => {
  const { t } = wording
  return (
    <div class="stack">
      <h1>
        {t('registration.change.title')} <OfferTitle view={view} wording={wording} />
      </h1>
      <PartyFaults wording={wording} errors={errors} />
      <p>{t('registration.change.lead')}</p>
      <Form action={`${address}/change`}>
        <PartyFields
          {...{ wording, values, errors, thisYear }}
          asksForChildren={view.intake.counts !== 'adult'}
          isChange
        />
        <DataNotice view={view} wording={wording} />
        <Cluster>
          <Button kind="primary">{t('registration.change.save')}</Button>
          <LinkButton href={address}>{t('registration.change.back')}</LinkButton>
        </Cluster>
      </Form>
    </div>
  )
}
