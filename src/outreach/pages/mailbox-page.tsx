import { EmptyState, Icon, Notice, Row, Rows, Stack, Tag } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { letterFor } from '../letter.ts'
import { paths } from '../paths.ts'
import type { StoredMessage } from '../store.ts'

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
        <Rows>
          {messages.map(message => (
            <Entry {...reading} message={message} />
          ))}
        </Rows>
      )}
    </Stack>
  )
}

const Entry = ({ message, wording, wordingOf, site }: Reading & { message: StoredMessage }) => {
  if (!message.facts) return null
  const { subject } = letterFor(message.kind, message.facts, { wording: wordingOf(message), site })
  return (
    <Row
      start={<Icon name={message.channel === 'phone' ? 'phone' : 'mail'} />}
      title={
        <a href={paths.mailboxMessage(wording.language, message.id)} lang={message.language}>
          <bdi>{subject}</bdi>
        </a>
      }
      note={
        <>
          <bdi>{message.address}</bdi> · {wording.moment(message.createdAt)}
        </>
      }
      action={<State message={message} wording={wording} />}
    />
  )
}

export const State = ({ message, wording }: { message: StoredMessage; wording: Wording }) => (
  <Tag
    label={wording.t(`outreach.mailbox.state.${message.state}`)}
    tone={message.state === 'failed' ? 'danger' : message.state === 'sent' ? 'success' : 'info'}
  />
)
