import type { CentreDetails } from '../../centres/index.ts'
import { Button, Card, ErrorSummary, Form, LoneLink, Stack, TextArea } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { PublicNote } from '../note.ts'
import { paths } from '../paths.ts'
import { CentreDataNotice } from './centre-data-notice.tsx'
import { HowToReachMe } from './how-to-reach-me.tsx'
import { inLanguage, NoteWords } from './note-card.tsx'
import { faultsOf, type Said, type Typed } from './said.ts'

type Props = {
  centre: CentreDetails
  note: PublicNote
  values: Typed
  errors: Said
  renderingKey: string
  wording: Wording
}

/** A note, and the words with which somebody says that she is interested. They go to the centre alone. */
export const InterestedPage = ({ centre, note, values, errors, renderingKey, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <p>
        <LoneLink href={paths.pinboard(language, centre.slug)}>{t('neighbours.board.title')}</LoneLink>
      </p>
      <h1>{t('neighbours.note.interested')}</h1>
      <Card title={<span {...inLanguage(note.language)}>{note.title}</span>}>
        <NoteWords {...{ note, wording }} />
      </Card>
      <p>
        {t('neighbours.interest.goesTo')} <bdi lang="de">{centre.name}</bdi>.{' '}
        {t('neighbours.interest.passedOn')}
      </p>
      <ErrorSummary title={t('neighbours.send.mend')} faults={faultsOf(errors)} />
      <Form action={paths.interested(language, centre.slug, note.id)} carry={{ renderingKey }}>
        <TextArea
          name="words"
          label={t('neighbours.interest.words')}
          hint={t('neighbours.interest.wordsHint')}
          value={values.words}
          error={errors.words}
          maxlength={600}
          rows={4}
        />
        <HowToReachMe {...{ values, errors, wording }} />
        <CentreDataNotice {...{ centre, wording }} />
        <Button kind="primary" block>
          {t('neighbours.interest.send')}
        </Button>
      </Form>
    </Stack>
  )
}
