import { type CentreDetails, DataNotice } from '../../centres/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** Whose data this is, and that it goes with the note. */
export const CentreDataNotice = ({
  centre: { provider },
  wording,
}: {
  centre: CentreDetails
  wording: Wording
}) => (
  <DataNotice
    controller={{
      ...{ provider: provider.name, law: provider.law, authority: provider.authority },
      ...{ officer: provider.dataProtectionOfficer, officerEmail: provider.dataProtectionEmail },
    }}
    until={wording.t('neighbours.send.dataUntil')}
    wording={wording}
  />
)
