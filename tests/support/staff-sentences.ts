import { familiesSentences } from '../../src/platform/wording/sentences.ts'

/** From now on, whatever says a sentence of staff's half to a family fails, and so does a sentence nobody wrote. */
export const refuseStaffSentences = () => {
  familiesSentences.off('missingKey', refuse)
  familiesSentences.on('missingKey', refuse)
}

const refuse = (languages: readonly string[], _: string, key: string) => {
  throw new Error(
    `Families do not read ${key} in ${languages.join()}: it stands in messages/staff, or nowhere`,
  )
}
