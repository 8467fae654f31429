import { Tag } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** Says of a figure that it is made up, because nobody has said the real one in public. */
export const ExampleTag = ({ wording: { t }, shown = true }: { wording: Wording; shown?: boolean }) =>
  shown ? <Tag label={t('funding.example.tag')} tone="warning" /> : null
