/** What is read aloud, in the order in which it stands on the page: title, when, where, then the words. */
export const readAloud = 'h1[data-aloud], p[data-aloud], [data-aloud] p'

export type Voice = { lang: string; localService: boolean }

/**
 * The voice of this device for a language, in its own region first. One that reads elsewhere is never taken: what a
 * family listens to would be sent to whoever offers the voice.
 */
export const voiceFor = <Given extends Voice>(
  voices: readonly Given[],
  language: string,
): Given | undefined => {
  const own = voices.filter(({ localService }) => localService)
  const tagOf = ({ lang }: Voice) => lang.replace('_', '-').toLowerCase()
  const wanted = language.toLowerCase()
  return (
    own.find(voice => tagOf(voice) === wanted || tagOf(voice) === `${wanted}-${wanted}`) ??
    own.find(voice => tagOf(voice).split('-')[0] === wanted.split('-')[0])
  )
}
