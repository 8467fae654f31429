import { Cluster, LinkButton, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

/** Shown instead of a page that is not on this phone; it brings along what is said above one that is. */
export const NoNetworkPage = ({ wording: { t, language } }: { wording: Wording }) => (
  <div class="stack">
    <h1>{t('offline.title')}</h1>
    <p>{t('offline.lead')}</p>
    <Cluster>
      <LinkButton kind="primary" href={paths.week(language)}>
        {t('app.navigation.today')}
      </LinkButton>
    </Cluster>
    <template id="copy">
      <div class="kern-container">
        <Notice tone="warning" title={t('offline.title')}>
          <p>{t('offline.copy', { when: '{when}' })}</p>
        </Notice>
      </div>
    </template>
  </div>
)
