import { Cluster, LinkButton } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'

/** Says what went wrong and where to go on; for our own faults with a reference to name when asking. */
export const ErrorPage = ({
  status,
  wording: { t, language },
  reference,
}: {
  status: number
  wording: Wording
  reference: string | undefined
}) => {
  const kind = kindOf(status)
  return (
    <div class="stack">
      <h1>{t(`app.error.${kind}.title`)}</h1>
      <p>{t(`app.error.${kind}.body`)}</p>
      {reference && <p>{t('app.error.reference', { reference })}</p>}
      <Cluster>
        <LinkButton href={`/${language}`} kind="primary" icon="today">
          {t('app.navigation.today')}
        </LinkButton>
        <LinkButton href={`/${language}/offers`} icon="search">
          {t('app.navigation.offers')}
        </LinkButton>
        <LinkButton href={`/${language}/centres`} icon="centre">
          {t('app.navigation.centres')}
        </LinkButton>
      </Cluster>
    </div>
  )
}

const kindOf = (status: number) => {
  if (status === 404) return 'notFound'
  if (status === 429) return 'tooOften'
  return status < 500 ? 'unreadable' : 'ours'
}
