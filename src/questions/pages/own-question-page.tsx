import { CodeOnPaper } from '../../codes/index.ts'
import { ConfirmButton, LinkButton, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { OwnQuestion } from '../store/questions.ts'

type Props = {
  question: OwnQuestion
  centre: { name: string; phone: string } | undefined
  /** The code, for whoever has just asked or holds the link it follows from. */
  code: string | undefined
  /** Undefined for whoever came by the code: it opens the question and no more. */
  link: string | undefined
  wording: Wording
}

/** What a family asked and what it was answered, with the code to show at the desk. */
export const OwnQuestionPage = ({ question, centre, code, link, wording }: Props) => {
  const { t, language, day } = wording
  const { answeredAt, answer, body, wants, deleteOn } = question
  return (
    <Stack>
      <h1>{t(answeredAt ? 'questions.own.answered' : 'questions.own.waiting')}</h1>
      {answeredAt ? (
        <Notice tone="success" title={t('questions.own.answer')}>
          <p dir="auto" class="as-written">
            {answer}
          </p>
        </Notice>
      ) : (
        <Notice tone="info" title={t(`questions.own.next.${wants.reachBy}`)}>
          <p>{t('questions.own.when')}</p>
        </Notice>
      )}
      {code && <CodeOnPaper code={code} title={t('questions.own.code')} use={t('questions.own.codeUse')} />}
      <h2>{t('questions.own.asked')}</h2>
      <p dir="auto" class="as-written">
        {body}
      </p>
      {centre && (
        <p>
          <bdi lang="de">{centre.name}</bdi>
        </p>
      )}
      {centre && centre.phone !== '' && (
        <LinkButton icon="phone" href={`tel:${centre.phone.replace(/[^\d+]/g, '')}`}>
          <bdi dir="ltr">{centre.phone}</bdi>
        </LinkButton>
      )}
      <p class="muted">{t('questions.own.deleted', { day: day(deleteOn) })}</p>
      {link && (
        <details>
          <summary>{t('questions.own.takeBack')}</summary>
          <ConfirmButton kind="danger" action={paths.takeBack(language, link)}>
            {t('questions.own.takeBackSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}
