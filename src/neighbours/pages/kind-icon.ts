import type { IconName } from '../../platform/design/index.ts'
import type { NoteKind } from '../note.ts'

export const kindIcon: Record<NoteKind, IconName> = {
  give: 'give',
  lend: 'lend',
  need: 'search',
  skill: 'skill',
}
