import {
  Button,
  Card,
  Cluster,
  ConfirmButton,
  DescriptionList,
  EmptyState,
  LoneLink,
  Notice,
  Stack,
} from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { choiceFaults } from '../forms.ts'
import { hoursInWords } from '../hours-in-words.ts'
import { paragraphsFor } from '../letter.ts'
import type { News, Paragraph } from '../message.ts'
import { paths } from '../paths.ts'
import type { CentrePhoneHours } from '../phone-hours/choose-phone-hours.ts'
import { PhoneHoursForm } from '../phone-hours/phone-hours-form.tsx'
import type { ReachableHours } from '../reachable-hours.ts'
import type { StoredMessage } from '../store/stored-messages.ts'

export const newsOfCalls = ['handed-over', 'hours-set', 'off-the-list', ...choiceFaults] as const
export type NewsOfCalls = (typeof newsOfCalls)[number]

type Props = {
  calls: readonly StoredMessage[]
  /** The message after which the next page begins. */
  next: string | undefined
  news: NewsOfCalls | undefined
  /** Of each centre that somebody is called for or that the reader leads. */
  phoneHours: readonly CentrePhoneHours[]
  /** Those of the installation. */
  usual: ReachableHours
  /** Hours of a centre that cannot be taken. */
  sent: { centreId: string; typed: FormValues } | undefined
  wording: Wording
}

/** Whom staff have to call, or to hand a letter. */
export const CallsPage = ({ calls, next, news, phoneHours, usual, sent, wording }: Props) => {
  const { t, language } = wording
  const log = <LoneLink href={paths.deliveries(language)}>{t('outreach.log.title')}</LoneLink>
  const said = news && (
    <Notice
      tone={news === 'handed-over' || news === 'hours-set' ? 'success' : 'warning'}
      title={t(`outreach.calls.news.${news}`)}
      announce
    />
  )
  const settings = phoneHours
    .filter(({ mayChoose }) => mayChoose)
    .map(centre => (
      <PhoneHoursForm
        {...{ centre, usual, wording }}
        typed={sent?.centreId === centre.centreId ? sent.typed : undefined}
      />
    ))
  if (calls.length === 0)
    return (
      <Stack>
        {said}
        <EmptyState title={t('outreach.calls.empty')} icon="phone">
          {t('outreach.calls.emptyHint')}
        </EmptyState>
        {log}
        {settings}
      </Stack>
    )
  return (
    <Stack>
      {said}
      <p>{t('outreach.calls.about')}</p>
      {log}
      <Letters wording={wording} />
      {calls.map(call => (
        <Call {...{ call, wording }} centre={phoneHours.find(({ centreId }) => centreId === call.centreId)} />
      ))}
      {next && <LoneLink href={paths.calls(language, next)}>{t('outreach.calls.more')}</LoneLink>}
      {settings}
    </Stack>
  )
}

const letters = 'letters'

/** All that are ticked below, on paper, each in the family's own language. */
const Letters = ({ wording: { t, language } }: { wording: Wording }) => (
  <Card title={t('outreach.calls.letters')}>
    <form id={letters} method="post" action={paths.letters(language)}>
      <Stack gap="small">
        <p>{t('outreach.calls.lettersHow')}</p>
        <Cluster>
          <Button icon="print" formaction={paths.lettersPdf(language)}>
            {t('outreach.calls.printLetters')}
          </Button>
          <Button kind="quiet">{t('outreach.calls.handedOver')}</Button>
        </Cluster>
      </Stack>
    </form>
  </Card>
)

/** Whoever keeps only a code comes by, and gets it then. */
const ByLetter = ({ call, wording: { t } }: { call: StoredMessage; wording: Wording }) => (
  <label>
    <input
      class="kern-form-check__checkbox"
      form={letters}
      type="checkbox"
      name="message[]"
      value={call.id}
      checked={call.channel === 'paper'}
    />{' '}
    {t('outreach.calls.byLetter')}
  </label>
)

/** When telephones of its centre ring, where the family has not said itself when it is reached, and who leads it. */
type Calling = { call: StoredMessage; centre: CentrePhoneHours | undefined; wording: Wording }

/** What is to be said stands in the language of the caller; which one the family speaks stands beside it. */
const Call = ({ call, centre, wording }: Calling) => {
  const { t, language } = wording
  const { news } = call
  if (!news && call.state !== 'bounced') return null
  const called = calledIn(call, wording)
  return (
    <Card title={<bdi>{called}</bdi>}>
      <DescriptionList
        items={[
          contactOf(call, wording),
          {
            term: t('outreach.calls.language'),
            value: nameOfLanguage(call.language, language),
            icon: 'language',
          },
          {
            term: t('outreach.calls.since'),
            value: t('outreach.moment', { when: wording.moment(call.createdAt) }),
            icon: 'clock',
          },
          ...(call.reason
            ? [
                {
                  term: t('outreach.calls.why'),
                  value: t(`outreach.calls.reason.${call.reason}`),
                  icon: 'info' as const,
                },
              ]
            : []),
          ...(call.hours
            ? [
                {
                  term: t('outreach.calls.onlyAt'),
                  value: <strong>{hoursInWords(call.hours, wording)}</strong>,
                  icon: 'clock' as const,
                },
              ]
            : call.channel === 'phone' && centre
              ? [
                  {
                    term: t('outreach.calls.callAt'),
                    value: hoursInWords(centre.hours, wording),
                    icon: 'clock' as const,
                  },
                ]
              : []),
          {
            term: t('outreach.calls.tell'),
            value: news ? <Sentences {...{ call, news, wording }} /> : t('outreach.calls.cameBack'),
          },
        ]}
      />
      {news && <ByLetter call={call} wording={wording} />}
      {news?.kind === 'place-offered' && centre?.mayChoose && call.registrationId && (
        <LoneLink href={paths.line(language, call.registrationId)}>
          {t('outreach.calls.enterAnswer')}
        </LoneLink>
      )}
      <ConfirmButton kind="primary" icon="check" action={paths.called(language, call.id)}>
        {t('outreach.calls.doneFor', { called })}
      </ConfirmButton>
    </Card>
  )
}

const contactOf = ({ channel, address, state }: StoredMessage, { t }: Wording) => {
  if (channel === 'paper')
    return {
      term: t('outreach.calls.reach'),
      value: t('outreach.calls.byPaper'),
      icon: 'registration' as const,
    }
  if (channel === 'email')
    return {
      ...{ term: t('outreach.calls.email'), icon: 'mail' as const },
      value: state === 'bounced' ? t('outreach.calls.forgotten') : address,
    }
  const number = (
    <a href={`tel:${address.replace(/[^\d+]/g, '')}`} dir="ltr">
      {address}
    </a>
  )
  return { term: t('outreach.calls.phone'), value: number, icon: 'phone' as const }
}

type Telling = { call: StoredMessage; news: News; wording: Wording }

/** Where somebody else may answer the telephone, the caller says no more than a neutral letter would. */
const Sentences = ({ call, news, wording }: Telling) => (
  <>
    {call.isNeutral && (
      <p>
        <strong>{wording.t('outreach.calls.neutral', { called: calledIn(call, wording) })}</strong>
      </p>
    )}
    {sentencesOf(news, wording).map(({ words, code }) => (
      <p dir="auto">
        {words} {code && <strong dir="ltr">{code}</strong>}
      </p>
    ))}
  </>
)

/** A link cannot be said on the telephone, and whoever is called has the number. An SMS has no more than its subject. */
const sentencesOf = (news: News, wording: Wording): readonly Paragraph[] => {
  if (news.kind === 'letter') {
    const { subject, paragraphs } = news.facts
    return [{ words: subject }, ...paragraphs.slice(1, -1).filter(({ address }) => !address)]
  }
  const { manageAddress: _, phone: __, ...facts } = news.facts
  return paragraphsFor({ kind: news.kind, facts }, wording).slice(1, -1)
}

const calledIn = ({ news, called }: StoredMessage, { t }: Wording) =>
  news?.facts.called ?? called ?? t('outreach.calls.nameless')
