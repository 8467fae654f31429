import { type IconName, IconShape } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { factsOf, type Told } from '../offer-words.ts'

/** The facts of an offer as a sheet shows them: each with its pictogram in the accent, and its language. */
export const drawnFacts = (told: Told, accent: string, wording: Wording) =>
  factsOf(told, wording).map(({ icon, text, language }) => ({
    picture: drawnIcon(icon, accent),
    ...{ text, language: language ?? wording.language },
  }))

/** A pictogram as a picture of its own, in one colour: it stands beside words and says nothing that they do not. */
export const drawnIcon = (name: IconName, colour: string) =>
  String(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <IconShape name={name} x={0} y={0} size={24} colour={colour} />
    </svg>,
  )
