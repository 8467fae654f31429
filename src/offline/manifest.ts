import { type Context, networkName } from '../identity/index.ts'
import { directionOf, spokenTag } from '../platform/wording/wording.ts'
import { iconSizes, paths } from './paths.ts'

/** How the network stands among the apps of a phone, in the language of whoever puts it there (W3C appmanifest). */
export const manifestOf = (context: Pick<Context, 'city' | 'language'>) => {
  const { city, language } = context
  const name = networkName(context)
  return {
    ...{ name, short_name: name, lang: spokenTag(language), dir: directionOf(language) },
    // One app for all languages: who changes the language is still in it.
    ...{ id: '/', scope: '/', start_url: paths.week(language), display: 'standalone' },
    ...{ background_color: '#fffdf8', theme_color: city.colour },
    icons: iconSizes.flatMap(size =>
      ['any', 'maskable'].map(purpose => ({
        ...{ src: paths.icon(language, size, city.colour), sizes: `${size}x${size}`, type: 'image/png' },
        purpose,
      })),
    ),
  }
}
