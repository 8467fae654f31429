import { Card, ConfirmButton, DescriptionList, EmptyState, Stack } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paragraphsFor } from '../letter.ts'
import { paths } from '../paths.ts'
import type { StoredMessage } from '../store.ts'

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
  const { facts, channel, address } = call
  if (!facts) return null
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
    <Card title={<bdi>{facts.called}</bdi>}>
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
          { term: t('outreach.calls.tell'), value: <Sentences call={call} wording={wording} /> },
        ]}
      />
      <ConfirmButton kind="primary" icon="check" action={paths.called(language, call.id)}>
        {t('outreach.calls.doneFor', { called: facts.called })}
      </ConfirmButton>
    </Card>
  )
}

const Sentences = ({ call, wording }: { call: StoredMessage; wording: Wording }) => (
  <>
    {call.facts &&
      paragraphsFor(call.kind, sayable(call.facts), wording)
        .slice(1, -1)
        .map(({ words, code }) => (
          <p>
            {words} {code && <strong dir="ltr">{code}</strong>}
          </p>
        ))}
  </>
)

/** A link cannot be said on the telephone, and whoever is called has the number. */
const sayable = ({ manageAddress: _, phone: __, ...facts }: NonNullable<StoredMessage['facts']>) => facts
