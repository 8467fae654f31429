import {
  Button,
  Card,
  ConfirmButton,
  ErrorSummary,
  FileField,
  Form,
  Notice,
  Stack,
} from '../../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { Recorded } from '../../../programme/index.ts'
import type { StaffOffer } from '../../offers/store/staff-offers.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { RecordOutcome } from '../record-offer.ts'
import { audioTypes } from '../recording.ts'
import type { SpokenText } from '../store.ts'

export type RecordingNews = 'recorded' | 'taken-down'
export type RecordingTrouble = {
  language: string
  why: Extract<RecordOutcome, { outcome: 'unfit' }>['why']
}

type Props = {
  offer: StaffOffer
  texts: readonly SpokenText[]
  news: RecordingNews | undefined
  /** What was sent last and is not kept. */
  trouble: RecordingTrouble | undefined
  wording: Wording
}

/** What the lead has spoken of an offer, for each language it is written in. */
export const RecordingsPage = ({ offer, texts, news, trouble, wording }: Props) => {
  const { t, language } = wording
  const faults = trouble
    ? [{ field: fieldFor(trouble.language), message: t(`programme.staff.recordings.problem.${trouble.why}`) }]
    : []
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faults} />
      {news && <Notice tone="success" title={t(`programme.staff.recordings.${news}`)} announce />}
      <Stack>
        <p>{t('programme.staff.recordings.lead')}</p>
        <p class="muted">{t('programme.staff.recordings.hint')}</p>
      </Stack>
      {texts.map(text => (
        <TextToSpeak
          {...{ offer, text, wording }}
          error={faults.find(({ field }) => field === fieldFor(text.language))?.message}
        />
      ))}
      <p>
        <a href={staffPaths.offer(language, offer.slug)}>{t('programme.staff.online.back')}</a>
      </p>
    </Stack>
  )
}

/** Without `capture`, a telephone offers both: its recorder, and what was recorded before. */
const TextToSpeak = ({
  offer,
  text,
  error,
  wording,
}: {
  offer: StaffOffer
  text: SpokenText
  error: string | undefined
  wording: Wording
}) => {
  const { t, language, day } = wording
  const { recording } = text
  return (
    <Card title={nameOfLanguage(text.language, language)}>
      <p lang={text.language} dir="auto">
        {text.title}
      </p>
      {recording && !recording.isUpToDate && (
        <Notice tone="warning" title={t('programme.staff.recordings.textChanged')} />
      )}
      {recording && (
        <Stack>
          <p class="muted">{t('programme.staff.recordings.from', { day: day(recording.recordedOn) })}</p>
          {offer.state === 'published' && <Recorded recording={recording} wording={wording} />}
        </Stack>
      )}
      <Form
        action={staffPaths.recordings(language, offer.slug)}
        carry={{ language: text.language }}
        withFiles
      >
        <FileField
          name="recording"
          id={fieldFor(text.language)}
          label={t(`programme.staff.recordings.${recording ? 'anew' : 'choose'}`)}
          error={error}
          accept={['audio/*', ...audioTypes].join(',')}
        />
        <Button>{t('programme.staff.recordings.keep')}</Button>
      </Form>
      {recording && (
        <ConfirmButton
          action={staffPaths.takeRecordingDown(language, offer.slug)}
          fields={{ language: text.language }}
          kind="quiet"
          small
        >
          {t('programme.staff.recordings.takeDown')}
        </ConfirmButton>
      )}
    </Card>
  )
}

const fieldFor = (language: string) => `recording-${language}`
