import { Card, LinkButton, Stack, Tags } from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import type { PublicNote } from '../note.ts'
import { paths } from '../paths.ts'
import { kindIcon } from './kind-icon.ts'

type Props = { note: PublicNote; centreSlug: string; wording: Wording }

/** A note as everybody reads it, and the way to say that one is interested. */
export const NoteCard = ({ note, centreSlug, wording }: Props) => {
  const { t, language } = wording
  return (
    <Card title={<span {...inLanguage(note.language)}>{note.title}</span>}>
      <Stack>
        <NoteWords {...{ note, wording }} />
        <p>
          <LinkButton small icon="advice" href={paths.interested(language, centreSlug, note.id)}>
            {t('neighbours.note.interested')}
            <span class="kern-sr-only">
              : <bdi lang={note.language}>{note.title}</bdi>
            </span>
          </LinkButton>
        </p>
      </Stack>
    </Card>
  )
}

/** The words below the title, its kind, its language where that is another, and until when it hangs. */
export const NoteWords = ({
  note: { kind, language, words, shownUntil },
  wording,
}: {
  note: Pick<PublicNote, 'kind' | 'language' | 'words'> & { shownUntil: Temporal.PlainDate | null }
  wording: Wording
}) => {
  const { t, dayAndMonth } = wording
  return (
    <>
      {words !== '' && (
        <p>
          <span class="as-written" {...inLanguage(language)}>
            {words}
          </span>
        </p>
      )}
      <Tags
        tags={[
          { label: t(`neighbours.kind.${kind}`), icon: kindIcon[kind] },
          ...(language === wording.language
            ? []
            : [{ label: nameOfLanguage(language), icon: 'language' as const, lang: language }]),
          ...(shownUntil ? [{ label: t('neighbours.note.until', { day: dayAndMonth(shownUntil) }) }] : []),
        ]}
      />
    </>
  )
}

export const inLanguage = (language: string) => ({
  lang: language,
  dir: directionOf(language) as 'ltr' | 'rtl',
})
