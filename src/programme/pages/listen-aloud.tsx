import { Button } from '../../platform/design/index.ts'
import { isLanguage, spokenTag, type Wording, wordingFor } from '../../platform/wording/wording.ts'
import type { OfferDetails } from '../entry.ts'

type Props = { language: string; wording: Wording }
type Facts = Pick<OfferDetails['offer'], 'way' | 'place' | 'centre'> & { isElsewhere: boolean }

/** The words of an offer, read by the device; hidden until `listen-aloud.js` has found a voice for their language. */
export const ListenAloud = ({ language, wording: { t, language: tag } }: Props) => (
  <listen-aloud
    hidden
    lang={spokenTag(language)}
    start={t('programme.listen.start')}
    stop={t('programme.listen.stop')}
  >
    <Button type="button" icon="listen">
      <span lang={tag}>{t('programme.listen.start')}</span>
    </Button>
  </listen-aloud>
)

/**
 * When and where, for the voice alone: whoever listens does not read the table beside the words. In the language of these,
 * as the voice is; where we have no words of that language, nothing.
 */
export const WhenAndWhere = ({
  language,
  facts: { way, place, centre, isElsewhere },
  when,
}: {
  language: string
  facts: Facts
  when: (wording: Wording) => string
}) => {
  if (!isLanguage(language)) return null
  // Days and hours are those of the clock on the wall there, whatever the zone.
  const wording = wordingFor(language, 'UTC')
  const onSite = isElsewhere ? [place, centre.name] : [centre.name, place, centre.street]
  const where = way === 'on-site' ? onSite : [wording.t(`programme.way.${way}`)]
  return (
    <>
      <p hidden data-aloud>
        {when(wording)}
      </p>
      <p hidden data-aloud>
        {where.filter(Boolean).join(', ')}
      </p>
    </>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'listen-aloud': { hidden: boolean; lang: string; start: string; stop: string; children?: unknown }
    }
  }
}
