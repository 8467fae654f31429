import { Cluster, LinkButton, LoneLink, Section, Stack, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type About, type NewsForm, paths } from '../../programme/index.ts'

type Props = {
  wording: Wording
  /** Scheme and host, which programs need. */
  origin: string
  about: About
  /** What it is called, and the page that shows the same. */
  name: string
  home: string
}

/** How the dates get into a phone and stay right there: a button, a way for Google, an address to copy. */
export const SubscribePage = ({ wording, origin, about, name, home }: Props) => {
  const { t, language } = wording
  const calendar = origin + paths.calendar(language, about)
  const byPhone = calendar.replace(/^https?:/, 'webcal:')
  const byGoogle = `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: byPhone })}`
  return (
    <Stack gap="large">
      <Stack>
        <p>
          <LoneLink href={home}>
            <bdi>{name}</bdi>
          </LoneLink>
        </p>
        <h1>{t('calendars.subscribe.title')}</h1>
        <p>{t('calendars.subscribe.about')}</p>
      </Stack>
      <Section title={t('calendars.subscribe.phone.title')}>
        <Stack>
          <p>{t('calendars.subscribe.phone.how')}</p>
          <LinkButton href={byPhone} icon="calendar" kind="primary">
            {t('calendars.subscribe.phone.button')}
          </LinkButton>
        </Stack>
      </Section>
      <Section title={t('calendars.subscribe.google.title')}>
        <Stack>
          <p>{t('calendars.subscribe.google.how')}</p>
          <LinkButton href={byGoogle}>{t('calendars.subscribe.google.button')}</LinkButton>
        </Stack>
      </Section>
      <Section title={t('calendars.subscribe.address.title')}>
        <Stack>
          <TextField
            name="address"
            type="url"
            label={t('calendars.subscribe.address.label')}
            hint={t('calendars.subscribe.address.how')}
            value={calendar}
            readonly
          />
          <p>
            <LoneLink href={paths.calendar(language, about)}>
              {t('calendars.subscribe.address.once')}
            </LoneLink>
          </p>
        </Stack>
      </Section>
      <Section title={t('calendars.subscribe.news.title')}>
        <Stack>
          <p>{t('calendars.subscribe.news.how')}</p>
          <Cluster>
            {(['atom', 'rss', 'json'] as const).map(form => (
              <LoneLink href={paths.news(language, about, form)}>
                <bdi lang="en">{formNames[form]}</bdi>
              </LoneLink>
            ))}
          </Cluster>
        </Stack>
      </Section>
    </Stack>
  )
}

const formNames: Record<NewsForm, string> = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' }
