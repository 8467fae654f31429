import { type Context, todayIn } from '../identity/index.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import { confirmationOf } from './pages/papers.ts'
import { readAttending } from './read-fees.ts'

/** The paper for Bildung und Teilhabe as a family opens it again: in the city's first language, which its offices read. */
export const confirmAttending = async (desk: Context, registrationId: string) => {
  const { languages, timeZone } = desk.city
  const language = languages[0] ?? desk.language
  const attending = await readAttending({ ...desk, language }, registrationId)
  return confirmationOf(attending, todayIn(desk), wordingFor(language, timeZone))
}
