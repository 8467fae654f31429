import { DataTable } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import type { Spoken, Tally } from '../tally.ts'

export type TallyLine = Tally & { amount: number }

/** What families asked about in this quarter: sums without a name and without a day. */
export const TallyTable = ({ lines, wording }: { lines: readonly TallyLine[]; wording: Wording }) => {
  const { t, number } = wording
  if (lines.length === 0) return null
  return (
    <DataTable
      caption={t('questions.tally.title')}
      rows={[...lines]}
      columns={[
        { label: t('questions.tally.topic'), cell: ({ topic }) => t(`questions.topic.${topic}`) },
        { label: t('questions.tally.channel'), cell: ({ channel }) => t(`questions.channel.${channel}`) },
        { label: t('questions.tally.language'), cell: ({ language }) => languageInWords(language, wording) },
        {
          label: t('questions.tally.referredTo'),
          cell: ({ referredTo }) => t(`questions.target.${referredTo}`),
        },
        { label: t('questions.tally.amount'), numeric: true, cell: ({ amount }) => number(amount) },
      ]}
    />
  )
}

/** One of the languages of the tally, or "another one". */
export const languageInWords = (spoken: Spoken, { t, language }: Wording) =>
  spoken === 'und' ? t('questions.tally.otherLanguage') : nameOfLanguage(spoken, language)
