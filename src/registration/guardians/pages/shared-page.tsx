import { DataNotice } from '../../../centres/index.ts'
import { Notice, Stack } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { Absences } from '../../absence/pages/absences.tsx'
import { GroupNotices } from '../../group/pages/notices.tsx'
import { IntakeFacts, OfferTitle } from '../../pages/intake-facts.tsx'
import type { RegistrationView } from '../../show.ts'
import type { CourseDate } from '../../store/excused.ts'
import type { GroupNotice } from '../../store/group-notices.ts'

type Props = {
  view: RegistrationView
  notices: readonly GroupNotice[]
  dates: readonly CourseDate[]
  address: string
  wording: Wording
}

/** A registration as another guardian sees it: the child, when and where; nothing of who registered it. */
export const SharedPage = ({ view, notices, dates, address, wording }: Props) => {
  const { t } = wording
  const { state, party } = view.registration
  const names = wording.list(party.children.map(({ firstName }) => firstName))
  return (
    <Stack gap="large">
      <h1>
        <OfferTitle view={view} wording={wording} />
      </h1>
      <Notice
        tone={state === 'confirmed' ? 'success' : 'info'}
        title={wording.joined([names, t(`household.state.${state}`)])}
      />
      <p>{t('registration.guardians.lead')}</p>
      <GroupNotices notices={notices} wording={wording} />
      <IntakeFacts view={view} wording={wording} />
      <Absences dates={dates} address={address} wording={wording} />
      <DataNotice controller={view.names} until={t('household.stored.each')} wording={wording} />
    </Stack>
  )
}
