import { Button, Cluster, ErrorSummary, Fold, Form, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { SafeFields, safeValuesOf } from '../../registration/index.ts'
import type { StoredRegistration } from '../store.ts'

/** How the family may be reached: neutrally, at certain hours, or not at all any more. */
export const SafeForm = ({
  action,
  typed,
  stored,
  renderingKey,
  wording,
}: {
  action: string
  /** What was typed, where it has to be mended. */
  typed: ReturnType<typeof safeValuesOf> | undefined
  stored: readonly StoredRegistration[]
  /** Its secret: sent twice, it is done once. */
  renderingKey: string
  wording: Wording
}) => {
  const { t } = wording
  const error = typed && t('registration.problem.hours')
  const hours = stored.find(one => one.hours)?.hours
  const kept = safeValuesOf({ neutral: stored.some(({ isSafe }) => isSafe), ...(hours && { hours }) })
  return (
    <Fold title={t('household.safe.title')} id="safe" open={typed !== undefined}>
      <Stack>
        <p>{t('household.safe.what')}</p>
        <p>{t('household.safe.keys')}</p>
        <ErrorSummary
          title={t('registration.join.mend')}
          faults={error ? [{ field: 'hoursFrom', message: error }] : []}
        />
        <Form action={action} carry={{ renderingKey }}>
          <SafeFields values={typed ?? kept} error={error} wording={wording} />
          <Cluster>
            <Button name="do" value="save">
              {t('household.safe.save')}
            </Button>
            <Button kind="quiet" name="do" value="never">
              {t('household.safe.never')}
            </Button>
          </Cluster>
          <p>{t('household.safe.neverMeans')}</p>
        </Form>
      </Stack>
    </Fold>
  )
}
