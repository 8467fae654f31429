import { DataTable, LinkButton, LoneLink, Prose, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Endpoint, endpoints } from '../endpoints.ts'
import { parameters } from '../parameters.ts'
import { paths } from '../paths.ts'
import { problemKinds, titles } from '../problems.ts'

type Props = { wording: Wording; origin: string }

/**
 * What programs can ask of the programme, made from the same description as the OpenAPI document. What only
 * developers read stands in English.
 */
export const OpenDataPage = ({ wording: { t, language }, origin }: Props) => (
  <Stack gap="large">
    <Prose>
      <h1>{t('openData.page.title')}</h1>
      <p>{t('openData.page.lead')}</p>
      <p>{t('openData.page.promise')}</p>
    </Prose>
    <Section title={t('openData.page.api')}>
      <p>{t('openData.page.apiBody')}</p>
      <p>
        <code dir="ltr">{origin + paths.api()}</code>
      </p>
      <p>
        <LinkButton href={paths.api('/openapi.json')}>{t('openData.page.openApi')}</LinkButton>
      </p>
      <div lang="en" dir="ltr">
        <Addresses />
      </div>
    </Section>
    <Section title={t('openData.page.hsds')}>
      <p>{t('openData.page.hsdsBody')}</p>
      <p>
        <code dir="ltr">{origin + paths.hsds(language)}</code>
      </p>
      <p>
        <LoneLink href={paths.hsdsProfile}>{t('openData.page.hsdsProfile')}</LoneLink>
      </p>
    </Section>
    <Section title={t('openData.page.parameters')}>
      <div lang="en" dir="ltr">
        <Parameters />
      </div>
    </Section>
    <Section title={t('openData.page.problems')}>
      <div lang="en" dir="ltr">
        <DataTable
          caption="Problems (RFC 9457)"
          captionHidden
          columns={[
            { label: 'Problem', cell: ({ kind }) => <code id={kind}>{kind}</code> },
            { label: 'Status', cell: ({ status }) => status, numeric: true },
            { label: 'Meaning', cell: ({ title }) => title },
          ]}
          rows={problemKinds.map(kind => ({ kind, ...titles[kind] }))}
        />
      </div>
    </Section>
  </Stack>
)

const Addresses = () => (
  <DataTable
    caption="Addresses"
    captionHidden
    columns={[
      { label: 'Address', cell: ({ path }) => <Address path={path} /> },
      { label: 'Answer', cell: ({ description }) => description },
      { label: 'Parameters', cell: ({ parameters: names }) => <Names of={names} /> },
    ]}
    rows={Object.entries<Endpoint>(endpoints).map(([path, endpoint]) => ({ path, ...endpoint }))}
  />
)

/** A list can be opened at once; what needs an id is found through its list. */
const Address = ({ path }: { path: string }) =>
  path.includes('{') ? <code>{path}</code> : <a href={paths.api(path)}>{path || '/'}</a>

const Names = ({ of: names }: { of: readonly string[] }) => (
  <>
    {names.map((name, index) => (
      <>
        {index > 0 && ', '}
        <a href={`#parameter-${name}`}>{name}</a>
      </>
    ))}
  </>
)

const Parameters = () => (
  <DataTable
    caption="Parameters"
    captionHidden
    columns={[
      { label: 'Parameter', cell: ({ name }) => <code id={`parameter-${name}`}>{name}</code> },
      { label: 'Meaning', cell: ({ description }) => description },
      { label: 'Values', cell: ({ schema }) => valuesOf(schema) },
    ]}
    rows={Object.entries(parameters).map(([name, parameter]) => ({ name, ...parameter }))}
  />
)

const valuesOf = (schema: Record<string, unknown>) =>
  Array.isArray(schema.enum) ? schema.enum.join(', ') : String(schema.title)
