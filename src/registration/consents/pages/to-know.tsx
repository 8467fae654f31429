import { Tag } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { answerInWords } from '../../offer-questions/pages/answers.tsx'
import type { ToKnow } from '../../store/consents.ts'

/** What whoever leads the group must know of a family: what is needed, and who may be pictured. Silence means nobody. */
export const ToKnowInWords = ({
  toKnow: { needs, photos, answers },
  wording,
}: {
  toKnow: ToKnow
  wording: Wording
}) => {
  const { t, list } = wording
  return (
    <>
      {needs && (
        <p>
          <bdi>{needs.words}</bdi>{' '}
          {needs.withAssistant && <Tag icon="people" label={t('registration.list.withAssistant')} />}
        </p>
      )}
      {answers.map(answer => (
        <p>
          <bdi lang={answer.language}>{answer.words}</bdi> <b dir="auto">{answerInWords(answer, wording)}</b>
        </p>
      ))}
      {photos.length === 0 && <span class="muted">{t('registration.list.noPhotos')}</span>}
      {photos.map(({ name, media }) => (
        <p>
          {t('registration.list.photosOf')} <bdi>{name ?? t('registration.list.adults')}</bdi>:{' '}
          {list(media.map(medium => t(`registration.consents.photos.medium.${medium}`)))}
        </p>
      ))}
    </>
  )
}
