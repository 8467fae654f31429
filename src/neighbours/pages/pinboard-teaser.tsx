import { LoneLink, Section, Stack, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { PublicNote } from '../note.ts'
import { paths } from '../paths.ts'
import { kindIcon } from './kind-icon.ts'
import { inLanguage } from './note-card.tsx'

type Props = { centre: { slug: string }; notes: readonly PublicNote[]; wording: Wording }

/** On the page of a centre: the last notes of its board, and the way there. */
export const PinboardTeaser = ({ centre, notes, wording: { t, language } }: Props) => (
  <Section title={t('neighbours.board.title')}>
    <Stack>
      <p>{t('neighbours.board.lead')}</p>
      <Tags
        tags={notes.slice(0, 3).map(note => ({
          ...{ label: <span {...inLanguage(note.language)}>{note.title}</span>, icon: kindIcon[note.kind] },
        }))}
      />
      <p>
        <LoneLink href={paths.pinboard(language, centre.slug)}>
          {t('neighbours.board.toBoard', { count: notes.length })}
        </LoneLink>
      </p>
    </Stack>
  </Section>
)
