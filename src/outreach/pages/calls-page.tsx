import { Card, ConfirmButton, DescriptionList, EmptyState, Stack } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paragraphsFor } from '../letter.ts'
import type { News } from '../message.ts'
import { paths } from '../paths.ts'
import type { ReachableHours } from '../reachable-hours.ts'
import type { StoredMessage } from '../store/messages.ts'

export const CallsPage = ({ calls, wording }: { calls: readonly StoredMessage[]; wording: Wording }) => {
  const { t } = wording
  if (calls.length === 0)
    return (
      <EmptyState title={t('outreach.calls.empty')} icon="phone">
        {t('outreach.calls.emptyHint')}
      </EmptyState>
    )
  return (
    <Stack>
      <p>{t('outreach.calls.about')}</p>
      {calls.map(call => (
        <Call call={call} wording={wording} />
      ))}
    </Stack>
  )
}

/** What is to be said stands in the language of the caller; which one the family speaks stands beside it. */
const Call = ({ call, wording }: { call: StoredMessage; wording: Wording }) => {
  const { t, language } = wording
  const { news, channel, address } = call
  if (!news) return null
  const called = calledIn(news, wording)
  const contact =
    channel === 'phone'
      ? {
          term: t('outreach.calls.phone'),
          value: (
            <a href={`tel:${address.replace(/[^\d+]/g, '')}`} dir="ltr">
              {address}
            </a>
          ),
          icon: 'phone' as const,
        }
      : { term: t('outreach.calls.email'), value: address, icon: 'mail' as const }
  return (
    <Card title={<bdi>{called}</bdi>}>
      <DescriptionList
        items={[
          contact,
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
            : []),
          { term: t('outreach.calls.tell'), value: <Sentences call={call} news={news} wording={wording} /> },
        ]}
      />
      <ConfirmButton kind="primary" icon="check" action={paths.called(language, call.id)}>
        {t('outreach.calls.doneFor', { called })}
      </ConfirmButton>
    </Card>
  )
}

const hoursInWords = ({ from, until, days }: ReachableHours, wording: Wording) =>
  wording.joined([
    days && wording.list(days.map(wording.weekday)),
    wording.hours(Temporal.PlainTime.from(from), Temporal.PlainTime.from(until)),
  ])

type Telling = { call: StoredMessage; news: News; wording: Wording }

/** Where somebody else may answer the telephone, the caller says no more than a neutral letter would. */
const Sentences = ({ call, news, wording }: Telling) => (
  <>
    {call.isNeutral && (
      <p>
        <strong>{wording.t('outreach.calls.neutral', { called: calledIn(news, wording) })}</strong>
      </p>
    )}
    {paragraphsFor(sayable(news), wording)
      .slice(1, -1)
      .map(({ words, code }) => (
        <p dir="auto">
          {words} {code && <strong dir="ltr">{code}</strong>}
        </p>
      ))}
  </>
)

/** A link cannot be said on the telephone, and whoever is called has the number. */
const sayable = (news: News): News => {
  if (news.kind === 'letter') return news
  const { manageAddress: _, phone: __, ...facts } = news.facts
  return { kind: news.kind, facts }
}

const calledIn = (news: News, { t }: Wording) =>
  news.kind === 'letter' ? t('outreach.calls.nameless') : news.facts.called
