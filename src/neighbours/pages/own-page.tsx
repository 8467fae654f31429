import { CodeOnPaper } from '../../codes/index.ts'
import { Card, ConfirmButton, LoneLink, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Own } from '../own.ts'
import { paths } from '../paths.ts'
import { inLanguage, NoteWords } from './note-card.tsx'

type Props = {
  own: Own
  centre: { name: string; slug: string } | undefined
  /** What opened it: the first link, or the code, which follows from that. */
  opened: { link: string; code: string } | { code: string }
  today: Temporal.PlainDate
  wording: Wording
}

/** One's own note, or that one is interested in another's: how it stands, the code, and the way to take it back. */
export const OwnPage = ({ own, centre, opened, today, wording }: Props) => {
  const { t, language, day } = wording
  const { deleteOn } = 'note' in own ? own.note : own.interest
  return (
    <Stack>
      {'note' in own ? <OwnNote {...{ own, today, wording }} /> : <OwnInterest {...{ own, wording }} />}
      <CodeOnPaper code={opened.code} title={t('neighbours.own.code')} use={t('neighbours.own.codeUse')} />
      {centre && (
        <p>
          <LoneLink href={paths.pinboard(language, centre.slug)}>
            <span>
              {t('neighbours.board.title')}: <bdi lang="de">{centre.name}</bdi>
            </span>
          </LoneLink>
        </p>
      )}
      <p class="muted">{t('neighbours.own.deleted', { day: day(deleteOn) })}</p>
      <TakeBack {...{ opened, wording }} />
    </Stack>
  )
}

const OwnNote = ({
  own: { note },
  today,
  wording,
}: {
  own: Extract<Own, { note: unknown }>
  today: Temporal.PlainDate
  wording: Wording
}) => {
  const { t, day } = wording
  const { shownUntil, title, language } = note
  const isOver = shownUntil !== null && Temporal.PlainDate.compare(shownUntil, today) < 0
  const state = shownUntil === null ? 'waits' : isOver ? 'over' : 'hangs'
  return (
    <>
      <h1>{t(`neighbours.own.${state}.title`)}</h1>
      <Notice
        tone={state === 'hangs' ? 'success' : 'info'}
        title={t(`neighbours.own.${state}.next`, { day: shownUntil ? day(shownUntil) : '' })}
      >
        {state !== 'over' && <p>{t(`neighbours.own.reach.${note.reachBy}`)}</p>}
      </Notice>
      <Card title={<span {...inLanguage(language)}>{title}</span>}>
        <NoteWords {...{ note, wording }} />
      </Card>
    </>
  )
}

const OwnInterest = ({
  own: { interest },
  wording: { t },
}: {
  own: Extract<Own, { interest: unknown }>
  wording: Wording
}) => (
  <>
    <h1>{t('neighbours.own.interest.title')}</h1>
    <Notice tone="success" title={t('neighbours.own.interest.next')}>
      <p>{t(`neighbours.own.reach.${interest.reachBy}`)}</p>
    </Notice>
    <Card title={<span {...inLanguage(interest.noteLanguage)}>{interest.title}</span>}>
      <p dir="auto" class="as-written">
        {interest.words}
      </p>
    </Card>
  </>
)

const TakeBack = ({ opened, wording: { t, language } }: { opened: Props['opened']; wording: Wording }) => (
  <details>
    <summary>{t('neighbours.own.takeBack')}</summary>
    <ConfirmButton
      kind="danger"
      action={'link' in opened ? paths.takeBack(language, opened.link) : paths.takeBackByCode(language)}
      fields={'link' in opened ? {} : { code: opened.code }}
    >
      {t('neighbours.own.takeBackSure')}
    </ConfirmButton>
  </details>
)
