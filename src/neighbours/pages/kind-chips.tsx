import { Chips } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { kinds, type NoteKind } from '../note.ts'
import { kindIcon } from './kind-icon.ts'

type Props = {
  current: NoteKind | undefined
  hrefOf: (kind?: NoteKind) => string
  wording: Wording
}

/** All notes, or those of one kind; the address holds the choice. */
export const KindChips = ({ current, hrefOf, wording: { t } }: Props) => (
  <Chips
    label={t('neighbours.board.filter')}
    chips={[
      { label: t('neighbours.board.everything'), href: hrefOf(), current: current === undefined },
      ...kinds.map(kind => ({
        ...{ label: t(`neighbours.kind.${kind}`), icon: kindIcon[kind] },
        ...{ href: hrefOf(kind), current: kind === current },
      })),
    ]}
  />
)
