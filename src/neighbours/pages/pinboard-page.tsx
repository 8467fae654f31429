import { Board, EmptyState, LinkButton, LoneLink, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { NoteKind, PublicNote } from '../note.ts'
import { paths } from '../paths.ts'
import { KindChips } from './kind-chips.tsx'
import { NoteCard } from './note-card.tsx'

type Props = {
  centre: { slug: string; name: string }
  notes: readonly PublicNote[]
  kind: NoteKind | undefined
  /** The page of the centre. */
  centreHref: string
  wording: Wording
}

/** What neighbours give, lend, need and can do at one centre. */
export const PinboardPage = ({ centre, notes, kind, centreHref, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <p>
        <LoneLink href={centreHref}>
          <bdi lang="de">{centre.name}</bdi>
        </LoneLink>
      </p>
      <h1>{t('neighbours.board.title')}</h1>
      <p>{t('neighbours.board.lead')}</p>
      <p>
        <LinkButton kind="primary" icon="plus" href={paths.send(language, centre.slug)}>
          {t('neighbours.board.send')}
        </LinkButton>
      </p>
      <KindChips
        current={kind}
        hrefOf={wanted => paths.pinboard(language, centre.slug, wanted)}
        wording={wording}
      />
      {notes.length === 0 && (
        <EmptyState icon="neighbours" title={t('neighbours.board.empty')}>
          {t('neighbours.board.emptyHint')}
        </EmptyState>
      )}
      <Board>
        {notes.map(note => (
          <NoteCard {...{ note, wording }} centreSlug={centre.slug} />
        ))}
      </Board>
      <Stack gap="small">
        <LoneLink href={paths.all(language)}>{t('neighbours.board.all')}</LoneLink>
        <LoneLink href={paths.byCode(language)}>{t('neighbours.code.have')}</LoneLink>
      </Stack>
    </Stack>
  )
}
