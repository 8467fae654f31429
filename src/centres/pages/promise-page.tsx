import { Card, Prose, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** What we never ask, whom we never tell. */
export const PromisePage = ({ wording: { t } }: { wording: Wording }) => (
  <Stack gap="large">
    <Stack>
      <h1>{t('centres.promise.title')}</h1>
      <p>{t('centres.promise.lead')}</p>
    </Stack>
    <div class="pair">
      <Card tint title={t('centres.promise.neverAsk')}>
        <ul class="nevers">
          {(['papers', 'nationality', 'residence', 'income', 'religion', 'address'] as const).map(item => (
            <li>{t(`centres.promise.${item}`)}</li>
          ))}
        </ul>
      </Card>
      <Card tint title={t('centres.promise.neverTell')}>
        <ul class="nevers">
          {(['authorities', 'city', 'others', 'companies'] as const).map(item => (
            <li>{t(`centres.promise.${item}`)}</li>
          ))}
        </ul>
      </Card>
    </div>
    <Prose>
      <h2>{t('centres.promise.whatWeNeed')}</h2>
      <p>{t('centres.promise.whatWeNeedBody')}</p>
      <h2>{t('centres.promise.exception')}</h2>
      <p>{t('centres.promise.exceptionBody')}</p>
    </Prose>
  </Stack>
)
