import {
  Button,
  Card,
  ConfirmButton,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Prose,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths as programmePaths } from '../../programme/index.ts'
import { paths } from '../paths.ts'
import type { EmbedSite } from '../store/embed-sites.ts'

export type SitesView = {
  wording: Wording
  origin: string
  sites: readonly EmbedSite[]
  /** What happened before, or that a site is on the list already. */
  news?: 'allowed' | 'taken-back' | 'already-there' | undefined
  problems?: FormProblems
  values?: FormValues
}

const codes = ['missing', 'too-long', 'address'] as const

/** Which other sites show the programme, each with the lines that somebody there copies into a page. */
export const SitesPage = ({ wording, origin, sites, news, problems = {}, values = {} }: SitesView) => {
  const { t, language } = wording
  const faults = Object.entries(problems).map(([field, problem]) => ({
    field,
    message: t(`openData.sites.fault.${codes.find(code => code === problem) ?? 'missing'}`),
  }))
  const fault = (name: string) => faults.find(({ field }) => field === name)?.message
  return (
    <Stack>
      {news && (
        <Notice
          announce
          tone={news === 'already-there' ? 'warning' : 'success'}
          title={t(`openData.sites.news.${news}`)}
        />
      )}
      <ErrorSummary title={t('openData.sites.fault.title')} faults={faults} />
      <Prose>
        <p>{t('openData.sites.lead')}</p>
      </Prose>
      {sites.length === 0 && <EmptyState icon="link" title={t('openData.sites.none')} />}
      {sites.map(site => (
        <Card title={<bdi>{site.name}</bdi>}>
          <p>
            <bdi dir="ltr">{site.origin}</bdi>
          </p>
          <p>{t('openData.sites.copy')}</p>
          <pre class="copy" dir="ltr" lang="en" tabindex={0}>
            {linesFor(site, { wording, origin })}
          </pre>
          <ConfirmButton action={paths.takeSiteBack(language, site.id)} kind="danger">
            {t('openData.sites.takeBack')}
          </ConfirmButton>
        </Card>
      ))}
      <Card title={t('openData.sites.add')}>
        <Form action={paths.sites(language)}>
          <TextField
            name="name"
            label={t('openData.sites.name')}
            value={String(values.name ?? '')}
            error={fault('name')}
            required
          />
          <TextField
            name="origin"
            label={t('openData.sites.origin')}
            hint={t('openData.sites.originHint')}
            inputmode="url"
            value={String(values.origin ?? '')}
            error={fault('origin')}
            required
          />
          <Button kind="primary">{t('openData.sites.allow')}</Button>
        </Form>
      </Card>
    </Stack>
  )
}

/** The link inside stays where there is no script, and where the site is no longer allowed. */
const linesFor = ({ id }: EmbedSite, { wording, origin }: Pick<SitesView, 'wording' | 'origin'>) =>
  [
    `<script type="module" src="${origin}${paths.embedScript}"></script>`,
    `<kieznetz-programm site="${id}" language="${wording.language}" count="5">`,
    `  <a href="${origin}${programmePaths.offers(wording.language)}">${wording.t('openData.embed.more')}</a>`,
    '</kieznetz-programm>',
  ].join('\n')
