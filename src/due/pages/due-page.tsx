import { Card, EmptyState, MonthField, Notice, Stack } from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, spokenTag, type Wording } from '../../platform/wording/wording.ts'
import { agesInWords } from '../../programme/index.ts'
import type { DueMatter } from '../store.ts'

type Props = { matters: readonly DueMatter[]; wording: Wording }

/**
 * What to apply for or to arrange, by age. With a script one chooses the month of birth and sees what is due now; it is
 * worked out on this page, and neither sent nor stored.
 */
export const DuePage = ({ matters, wording }: Props) => {
  const { t } = wording
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('due.title')}</h1>
        <p>{t('due.lead')}</p>
        <InAnotherLanguage {...{ matters, wording }} />
      </Stack>
      {matters.length === 0 ? (
        <EmptyState icon="today" title={t('due.none')} />
      ) : (
        <due-now now={t('due.now')} nothing={t('due.nothing')}>
          <Stack>
            <div hidden data-choose>
              <BirthMonth wording={wording} />
            </div>
            <p role="status" />
            {matters.map(matter => (
              <div data-from={matter.fromMonths} data-until={matter.untilMonths}>
                <Matter {...{ matter, wording }} />
              </div>
            ))}
          </Stack>
        </due-now>
      )}
    </Stack>
  )
}

const BirthMonth = ({ wording: { t, monthName } }: Pick<Props, 'wording'>) => (
  <MonthField
    name="due-month"
    label={t('registration.form.born')}
    hint={t('due.staysHere')}
    month={{ name: 'due-month', label: t('registration.form.month') }}
    year={{ name: 'due-year', label: t('registration.form.year') }}
    months={Array.from({ length: 12 }, (_, index) => ({
      value: String(index + 1),
      label: monthName(index + 1),
    }))}
    empty={t('registration.form.chooseMonth')}
  />
)

const Matter = ({ matter, wording }: { matter: DueMatter; wording: Wording }) => {
  const { t } = wording
  const { fromMonths: from, untilMonths: until, title, body, language, source, sourceUrl, checkedOn } = matter
  const spoken = {
    lang: language === wording.language ? undefined : spokenTag(language),
    dir: directionOf(language),
  }
  const ages = agesInWords({ from: Math.max(0, from), until }, wording)
  return (
    <Card>
      <h2 {...spoken}>{title}</h2>
      <p>
        <b>{from < 0 ? wording.joined([t('programme.age.pregnant'), ages]) : ages}</b>
      </p>
      <p {...spoken}>{body}</p>
      <p class="muted">
        {t('centres.sources.source')}:{' '}
        <a href={sourceUrl} rel="noreferrer">
          <bdi lang="de">{source}</bdi>
        </a>
        {' · '}
        {t('programme.offer.checked')}: {wording.fullDay(checkedOn)}
      </p>
    </Card>
  )
}

const InAnotherLanguage = ({ matters, wording: { t, language } }: Props) => {
  const other = matters.find(matter => matter.language !== language)
  if (!other) return null
  const name = { language: nameOfLanguage(other.language, language) }
  return <Notice title={t('programme.offer.fallbackTitle')}>{t('programme.offer.fallback', name)}</Notice>
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'due-now': { now: string; nothing: string; children?: unknown }
    }
  }
}
