import {
  Button,
  ConfirmButton,
  ErrorSummary,
  Form,
  Icon,
  LoneLink,
  Notice,
  Row,
  Rows,
  Section,
  Stack,
  TextArea,
} from '../../../platform/design/index.ts'
import { type FormProblems, type FormValues, typedIn } from '../../../platform/web/form.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { GroupNotice } from '../../store/group-notices.ts'
import type { ManagedOffer } from '../../store/offers.ts'
import type { Told } from '../../tell-of-cancelled-session.ts'

export const newsOfGroup = ['told', 'taken-back'] as const

type Props = {
  group: ManagedOffer
  notices: readonly GroupNotice[]
  told: Told
  wording: Wording
  typed: { values: FormValues; problems: FormProblems; names?: readonly string[] } | undefined
  news: (typeof newsOfGroup)[number] | undefined
  renderingKey: string
}

/** Tells all families of a group something: who is reached how stands before the button. */
export const GroupPage = ({ group, notices, told, wording, typed, news, renderingKey }: Props) => {
  const { t, language } = wording
  const fault = typed && faultOf(typed, wording)
  return (
    <Stack gap="large">
      <LoneLink href={paths.staffOffer(language, group.slug)}>{t('registration.rules.toOffer')}</LoneLink>
      {news && <Notice announce tone="success" title={t(`registration.group.news.${news}`)} />}
      {fault && (
        <ErrorSummary title={t('registration.join.mend')} faults={[{ field: 'words', message: fault }]} />
      )}
      <Form
        action={paths.groupNotice(language, group.slug)}
        carry={{ renderingKey: typedIn(typed?.values, 'renderingKey') ?? renderingKey }}
      >
        <TextArea
          name="words"
          label={t('registration.group.words')}
          hint={t('registration.group.wordsHint')}
          value={typedIn(typed?.values, 'words')}
          error={fault}
          rows={4}
          maxlength={400}
        />
        <p>{reachedInWords(told, wording)}</p>
        <Button kind="primary">{t('registration.group.send')}</Button>
      </Form>
      {notices.length > 0 && (
        <Section title={t('registration.group.now')}>
          <Rows>
            {notices.map(({ id, words, language: spoken, shownUntil }) => (
              <Row
                start={<Icon name="neighbours" />}
                title={
                  <span lang={spoken} dir="auto">
                    {words}
                  </span>
                }
                note={t('registration.group.until', { day: wording.day(shownUntil) })}
                action={
                  <ConfirmButton
                    small
                    kind="quiet"
                    action={`${paths.groupNotice(language, group.slug)}/${id}/take-back`}
                  >
                    {t('registration.group.takeBack')}
                  </ConfirmButton>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </Stack>
  )
}

/** Only the ways by which somebody is reached. */
const reachedInWords = ({ byMail, toCall, notReached }: Told, { t }: Wording) =>
  [
    byMail > 0 && t('registration.group.byMail', { count: byMail }),
    toCall > 0 && t('registration.group.toCall', { count: toCall }),
    notReached > 0 && t('registration.group.onPage', { count: notReached }),
  ]
    .filter(Boolean)
    .join(' ')

const faultOf = ({ problems, names = [] }: NonNullable<Props['typed']>, { t, list }: Wording) => {
  if (problems.words === 'names-somebody')
    return t('registration.group.problem.names', { names: list([...names]) })
  if (problems.words === 'too-long') return t('registration.problem.too-long')
  return t(problems.words ? 'registration.group.problem.missing' : 'registration.problem.stale')
}
