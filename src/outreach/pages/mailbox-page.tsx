import { Card, EmptyState, Notice, Stack, Tag } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { asRead } from '../letter-as-read.ts'
import { paths } from '../paths.ts'
import type { StoredMessage } from '../store/stored-messages.ts'

type Reading = { wording: Wording; wordingOf: (message: StoredMessage) => Wording; site: string }

/** All that families would have received, newest first. Each message speaks its family's language. */
export const MailboxPage = ({ messages, ...reading }: Reading & { messages: readonly StoredMessage[] }) => {
  const { t } = reading.wording
  return (
    <Stack>
      <h1>{t('outreach.mailbox.title')}</h1>
      <Notice title={t('outreach.mailbox.about')}>{t('outreach.mailbox.noRealData')}</Notice>
      {messages.length === 0 ? (
        <EmptyState title={t('outreach.mailbox.empty')} icon="mail">
          {t('outreach.mailbox.emptyHint')}
        </EmptyState>
      ) : (
        messages.map(message => <Entry {...reading} message={message} />)
      )}
    </Stack>
  )
}

const Entry = ({ message, wording, wordingOf, site }: Reading & { message: StoredMessage }) => {
  const { news } = message
  if (!news) return null
  const theirs = wordingOf(message)
  const { subject } = asRead({ ...message, news }, { wording: theirs, site })
  const title = (
    <a
      href={paths.mailboxMessage(wording.language, message.id)}
      lang={theirs.language}
      dir={theirs.direction}
    >
      {subject}
    </a>
  )
  return (
    <Card title={title}>
      <p>
        {wording.t(`outreach.mailbox.channel.${message.channel}`)} · <bdi>{message.address}</bdi> ·{' '}
        {wording.t('outreach.moment', { when: wording.moment(message.createdAt) })}
      </p>
      <State message={message} wording={wording} />
    </Card>
  )
}

export const State = ({ message, wording }: { message: StoredMessage; wording: Wording }) => (
  <Tag
    label={wording.t(`outreach.mailbox.state.${message.state}`)}
    tone={message.state === 'failed' ? 'danger' : message.state === 'sent' ? 'success' : 'info'}
  />
)
