import type { Wording } from '../platform/wording/wording.ts'

/** Says what went wrong and what to do next; for our own faults with a reference to name when asking. */
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
      <p>
        <a href={`/${language}`}>{t('app.error.home')}</a>
      </p>
    </div>
  )
}

const kindOf = (status: number) => {
  if (status === 404) return 'notFound'
  if (status === 429) return 'tooOften'
  return status < 500 ? 'unreadable' : 'ours'
}
