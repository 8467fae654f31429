import {
  Board,
  Card,
  Cluster,
  LinkButton,
  LoneLink,
  Notice,
  Prose,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import { languages, nameOfLanguage, spokenTag, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Preview } from '../preview.ts'

type Props = { previews: readonly Preview[]; theirs: Wording; isNeutral: boolean; wording: Wording }

/** Every message that families get, in one of their languages: as e-mail, as SMS, on a phone, and on paper as a file. */
export const PreviewsPage = ({ previews, theirs, isNeutral, wording }: Props) => {
  const { t, language } = wording
  const missing = previews.filter(({ isMissing }) => isMissing)
  return (
    <Stack gap="large">
      <LoneLink href={paths.deliveries(language)}>{t('outreach.log.title')}</LoneLink>
      <p>{t('outreach.preview.about')}</p>
      <nav aria-label={t('outreach.preview.languages')}>
        <Cluster>
          {languages.map(each => (
            <a
              href={paths.previews(language, each, isNeutral)}
              lang={spokenTag(each)}
              {...(each === theirs.language && { 'aria-current': 'true' })}
            >
              {nameOfLanguage(each)}
            </a>
          ))}
          <a href={paths.previews(language, theirs.language, !isNeutral)}>
            {t(isNeutral ? 'outreach.preview.full' : 'outreach.preview.neutral')}
          </a>
        </Cluster>
      </nav>
      <LinkButton icon="print" kind="quiet" href={paths.previewsPdf(language, theirs.language, isNeutral)}>
        {t('outreach.preview.letters')}
      </LinkButton>
      {missing.length > 0 && (
        <Notice tone="warning" title={t('outreach.preview.missing')}>
          <ul>
            {missing.map(({ letter }) => (
              <li>{letter.subject}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Board>
        {previews.map(preview => (
          <One {...{ preview, theirs, wording }} />
        ))}
      </Board>
    </Stack>
  )
}

type Single = { preview: Preview; theirs: Wording; wording: Wording }

const One = ({ preview: { letter, sms, parts, notice }, theirs, wording: { t } }: Single) => {
  const spoken = { lang: spokenTag(theirs.language), dir: theirs.direction }
  return (
    <Card title={<span {...spoken}>{letter.subject}</span>}>
      <div {...spoken}>
        <Prose>
          {letter.paragraphs.map(({ words, address }) => (
            <p>
              {lines(words)}
              {address && (
                <>
                  <br />
                  <span dir="ltr">{new URL(address).pathname}</span>
                </>
              )}
            </p>
          ))}
        </Prose>
      </div>
      <p>
        <Tag label={t('outreach.preview.sms', { count: parts })} tone="info" />
      </p>
      <p {...spoken}>{lines(sms)}</p>
      {notice && (
        <>
          <p>
            <Tag label={t('outreach.mailbox.channel.push')} tone="info" />
          </p>
          <p {...spoken}>
            <strong>{notice.title}</strong>
            {notice.body && (
              <>
                <br />
                {notice.body}
              </>
            )}
          </p>
        </>
      )}
    </Card>
  )
}

const lines = (words: string) =>
  words.split('\n').map((line, index) => (
    <>
      {index > 0 && <br />}
      {line}
    </>
  ))
