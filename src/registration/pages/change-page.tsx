import { Button, Cluster, Form, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { RegistrationView } from '../show.ts'
import { OfferTitle, RegistrationDataNotice } from './intake-facts.tsx'
import { PartyFaults, PartyFields, type PartyState } from './party-fields.tsx'

type Props = PartyState & { view: RegistrationView; wording: Wording; address: string }

/** Correct a name, hand the place to a sister, come with more or fewer. */
export const ChangePage = ({ view, wording, address, ...party }: Props) => {
  const { t } = wording
  return (
    <div class="stack">
      <h1>
        {t('registration.change.title')} <OfferTitle view={view} wording={wording} />
      </h1>
      <PartyFaults wording={wording} {...party} />
      <Form action={`${address}/change`}>
        <PartyFields
          {...{ wording, ...party, stored: view.registration }}
          asksForChildren={view.intake.counts !== 'adult'}
        />
        <RegistrationDataNotice view={view} wording={wording} />
        <Cluster>
          <Button kind="primary">{t('registration.change.save')}</Button>
          <LinkButton href={address}>{t('registration.change.back')}</LinkButton>
        </Cluster>
      </Form>
    </div>
  )
}
