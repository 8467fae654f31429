import { Notice } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { GroupNotice } from '../../store/group-notices.ts'

/** What the group is told, in the words of the lead. */
export const GroupNotices = ({ notices, wording }: { notices: readonly GroupNotice[]; wording: Wording }) => (
  <>
    {notices.map(({ words, language, writtenAt }) => (
      <Notice tone="warning" title={wording.t('registration.my.groupNotice')}>
        <p lang={language} dir="auto">
          {words}
        </p>
        <p class="muted">{wording.moment(writtenAt)}</p>
      </Notice>
    ))}
  </>
)
