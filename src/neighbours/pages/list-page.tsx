import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Card, EmptyState, Icon, LinkButton, Notice, Row, Rows, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Interest, Note } from '../note.ts'
import { paths } from '../paths.ts'
import { kindIcon } from './kind-icon.ts'
import { inLanguage } from './note-card.tsx'

type Props = {
  /** Whose pinboards these are. */
  centres: readonly { slug: string; name: string }[]
  waiting: readonly Note[]
  hanging: readonly Note[]
  interests: readonly Interest[]
  news: 'approved' | 'approved-before' | 'passed-on' | 'taken-down' | undefined
  codeFault: CodeFault | undefined
  wording: Wording
}

/** The board of the own centre: what waits to be read, who is to be brought together, and what hangs. */
export const ListPage = ({ centres, waiting, hanging, interests, news, codeFault, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={t(`neighbours.news.${news}`)} announce />}
      {waiting.length + interests.length === 0 && (
        <EmptyState icon="check" title={t('neighbours.list.none')}>
          {t('neighbours.list.noneHint')}
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Card title={t('neighbours.list.waiting')}>
          <NoteRows notes={waiting} wording={wording} />
        </Card>
      )}
      {interests.length > 0 && (
        <Card title={t('neighbours.list.interests')}>
          <Rows>
            {interests.map(({ noteId, title, words, sentAt }) => (
              <Row
                start={<Icon name="advice" />}
                title={<bdi>{title}</bdi>}
                note={
                  <>
                    <span dir="auto" class="one-line">
                      {words}
                    </span>
                    {wording.moment(sentAt)}
                  </>
                }
                action={
                  <LinkButton href={paths.note(language, noteId)} small>
                    {t('neighbours.list.bring')}
                  </LinkButton>
                }
              />
            ))}
          </Rows>
        </Card>
      )}
      {hanging.length > 0 && (
        <Card title={t('neighbours.list.hanging')}>
          <NoteRows notes={hanging} wording={wording} />
        </Card>
      )}
      <Card title={t('neighbours.list.sheet')}>
        {centres.map(({ slug, name }) => (
          <LinkButton href={paths.sheet(language, slug)} icon="print">
            <bdi lang="de">{name}</bdi>
          </LinkButton>
        ))}
      </Card>
      <Card title={t('neighbours.list.byCode')}>
        <CodeForm action={paths.showCode(language)} fault={codeFault} wording={wording} />
      </Card>
    </Stack>
  )
}

const NoteRows = ({ notes, wording }: { notes: readonly Note[]; wording: Wording }) => {
  const { t, language, moment, dayAndMonth } = wording
  return (
    <Rows>
      {notes.map(note => (
        <Row
          start={<Icon name={kindIcon[note.kind]} />}
          title={<span {...inLanguage(note.language)}>{note.title}</span>}
          note={[
            t(`neighbours.kind.${note.kind}`),
            note.shownUntil
              ? t('neighbours.note.until', { day: dayAndMonth(note.shownUntil) })
              : moment(note.sentAt),
          ].join(' · ')}
          action={
            <LinkButton href={paths.note(language, note.id)} small>
              {t(note.approvedAt ? 'neighbours.list.look' : 'neighbours.list.read')}
            </LinkButton>
          }
        />
      ))}
    </Rows>
  )
}
