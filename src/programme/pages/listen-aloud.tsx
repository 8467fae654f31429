import { Button } from '../../platform/design/index.ts'
import { spokenTag, type Wording } from '../../platform/wording/wording.ts'

type Props = { language: string; wording: Wording }

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

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'listen-aloud': { hidden: boolean; lang: string; start: string; stop: string; children?: unknown }
    }
  }
}
