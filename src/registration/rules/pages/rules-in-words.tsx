import type { Wording } from '../../../platform/wording/wording.ts'
import type { PlaceRules } from '../place-rules.ts'

/** Who gets a place when there are not enough, as sentences that everybody may read. */
export const rulesInWords = ({ priority, giving, waitingRule }: PlaceRules, { t }: Wording): string[] => {
  if (giving === 'after-approval')
    return [
      t('registration.rules.says.after-approval'),
      ...(priority === 'first-come' ? [] : [t(`registration.rules.says.${priority}`)]),
    ]
  return [
    t(`registration.rules.says.${priority}`),
    giving === 'by-hand' ? t('registration.rules.says.by-hand') : t(`registration.rules.says.${waitingRule}`),
  ]
}

/** The same below the button by which one joins. */
export const RulesNote = ({ rules, wording }: { rules: PlaceRules; wording: Wording }) => (
  <p class="muted">{rulesInWords(rules, wording).join(' ')}</p>
)
