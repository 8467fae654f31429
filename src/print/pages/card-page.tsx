import { Card, Columns, LinkButton, LoneLink, Stack, TextArea } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

type Props = {
  wording: Wording
  /** Where the picture is, and the page that shows the same. */
  picture: string
  back: string
  /** The short text; it also says in words what the picture shows. */
  words: string
}

/** A picture for the chat of a group and the words to go with it, to be saved and copied. Nobody else learns of it. */
export const CardPage = ({ wording, picture, back, words }: Props) => {
  const { t } = wording
  return (
    <Columns
      aside={
        <Card title={t('print.card.words')}>
          <p>{t('print.card.copy')}</p>
          <TextArea name="words" label={t('print.card.text')} value={words} rows={12} />
        </Card>
      }
    >
      <Stack>
        <p>
          <LoneLink href={back}>{t('print.card.back')}</LoneLink>
        </p>
        <h1>{t('print.card.title')}</h1>
        <p>{t('print.card.lead')}</p>
        <LinkButton href={picture} kind="primary" icon="download" download>
          {t('print.card.save')}
        </LinkButton>
        <img class="share-card" src={picture} alt={t('print.card.alt', { words })} width="360" height="640" />
      </Stack>
    </Columns>
  )
}
