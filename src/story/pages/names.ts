import type { Wording } from '../../platform/wording/wording.ts'
import type { Sentence } from './sentences.ts'

/** What a picture is and shows, for whoever does not see it. */
export const nameOfPicture = ({ drawing, figures }: Sentence, { t, joined }: Wording) =>
  t(`story.picture.${drawing?.shape ?? 'row'}`, {
    figures: joined(figures.map(({ label, text }) => t('story.picture.figure', { label, text }))),
  })
