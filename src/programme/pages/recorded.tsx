import { Icon } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { recording: { mark: string; isUpToDate: boolean }; wording: Wording }

/** What stands on the page, spoken by the team. Nothing of it is loaded before somebody taps. */
export const Recorded = ({ recording, wording: { t, language } }: Props) => (
  <figure class="spoken">
    <figcaption>
      <Icon name="listen" /> {t('programme.listen.start')}
    </figcaption>
    {/* biome-ignore lint/a11y/useMediaCaption: what is spoken stands beside it in writing (WCAG 1.2.1) */}
    <audio
      controls
      preload="none"
      src={paths.recording(language, recording.mark)}
      aria-label={t('programme.listen.start')}
    />
    {!recording.isUpToDate && <p class="muted">{t('programme.listen.older')}</p>}
  </figure>
)
