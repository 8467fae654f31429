import { Card, DescriptionList, Prose, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Letter } from '../letter.ts'
import { paths } from '../paths.ts'
import type { StoredMessage } from '../store/stored-messages.ts'
import { State } from './mailbox-page.tsx'

type Reading = {
  message: StoredMessage
  letter: Pick<Letter, 'subject' | 'paragraphs'>
  wording: Wording
  theirs: Wording
}

/** One message as the family reads it, as text. */
export const LetterPage = ({ message, letter, wording, theirs }: Reading) => {
  const { t, language } = wording
  return (
    <Stack>
      <h1 lang={theirs.language} dir={theirs.direction}>
        {letter.subject}
      </h1>
      <DescriptionList
        items={[
          { term: t(`outreach.mailbox.channel.${message.channel}`), value: <bdi>{message.address}</bdi> },
          {
            term: t('outreach.mailbox.sent'),
            value: t('outreach.moment', { when: wording.moment(message.createdAt) }),
          },
          { term: t('outreach.mailbox.stateTerm'), value: <State message={message} wording={wording} /> },
        ]}
      />
      <Card>
        <div lang={theirs.language} dir={theirs.direction}>
          <Prose>
            {letter.paragraphs.map(({ words, address, code }) => (
              <p>
                {words.split('\n').map((line, index) => (
                  <>
                    {index > 0 && <br />}
                    {line}
                  </>
                ))}
                {address && (
                  <>
                    {words && <br />}
                    <a href={address} dir="ltr">
                      {address}
                    </a>
                  </>
                )}
                {code && (
                  <>
                    <br />
                    <strong dir="ltr">{code}</strong>
                  </>
                )}
              </p>
            ))}
          </Prose>
        </div>
      </Card>
      <p>
        <a href={paths.mailbox(language)}>{t('outreach.mailbox.back')}</a>
      </p>
    </Stack>
  )
}
