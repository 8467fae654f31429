import { DataNotice } from '../../../centres/index.ts'
import { Notice, Stack } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { Absences } from '../../absence/pages/absences.tsx'
import { GroupNotices } from '../../group/pages/notices.tsx'
import { IntakeFacts, OfferTitle } from '../../pages/intake-facts.tsx'
import type { CourseDate } from '../../store/excused.ts'
import type { GroupNotice } from '../../store/group-notices.ts'
import type { Shared } from '../show-shared.ts'

type Props = {
  view: Shared['view']
  names: Shared['names']
  notices: readonly GroupNotice[]
  dates: readonly CourseDate[]
  address: string
  wording: Wording
}

/** A registration as another guardian sees it: its children, when and where; nothing of who registered it. */
export const SharedPage = ({ view, names, notices, dates, address, wording }: Props) => {
  const { t } = wording
  const { state } = view.registration
  return (
    <Stack gap="large">
      <h1>
        <OfferTitle view={view} wording={wording} />
      </h1>
      <Notice
        tone={state === 'confirmed' ? 'success' : 'info'}
        title={wording.joined([wording.list(names), t(`household.state.${state}`)])}
      />
      <p>{t('registration.guardians.lead')}</p>
      <GroupNotices notices={notices} wording={wording} />
      <IntakeFacts view={view} wording={wording} />
      <Absences by="guardian" {...{ dates, address, wording }} />
      <DataNotice controller={view.names} until={t('household.stored.each')} wording={wording} />
    </Stack>
  )
}
