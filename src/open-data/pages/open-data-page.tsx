import type { Child } from 'hono/jsx'
import { DescriptionList, LinkButton, LoneLink, Prose, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Endpoint, endpoints } from '../endpoints.ts'
import { type Parameter, parameters } from '../parameters.ts'
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
      <Address>{origin + paths.api()}</Address>
      <p>
        <LinkButton href={paths.api('/openapi.json')}>{t('openData.page.openApi')}</LinkButton>
      </p>
      <ForDevelopers>
        <DescriptionList items={Object.entries<Endpoint>(endpoints).map(endpointSaid)} />
      </ForDevelopers>
    </Section>
    <Section title={t('openData.page.parameters')}>
      <ForDevelopers>
        <DescriptionList items={Object.entries<Parameter>(parameters).map(parameterSaid)} />
      </ForDevelopers>
    </Section>
    <Section title={t('openData.page.problems')}>
      <ForDevelopers>
        <DescriptionList
          items={problemKinds.map(kind => ({
            term: String(titles[kind].status),
            value: <span id={kind}>{titles[kind].title}</span>,
          }))}
        />
      </ForDevelopers>
    </Section>
    <Section title={t('openData.page.embed')}>
      <p>{t('openData.page.embedBody')}</p>
    </Section>
    <Section title={t('openData.page.hsds')}>
      <p>{t('openData.page.hsdsBody')}</p>
      <Address>{origin + paths.hsds(language)}</Address>
      <p>
        <LoneLink href={paths.hsdsProfile}>{t('openData.page.hsdsProfile')}</LoneLink>
      </p>
    </Section>
    <Section title={t('openData.page.catalogue')}>
      <p>{t('openData.page.catalogueBody')}</p>
      <p>
        <LoneLink href={paths.catalogue}>Turtle</LoneLink> ·{' '}
        <LoneLink href={paths.catalogueAsJson}>JSON-LD</LoneLink> ·{' '}
        <LoneLink href={paths.api('/offers.csv')}>CSV</LoneLink>
      </p>
    </Section>
  </Stack>
)

const ForDevelopers = ({ children }: { children?: Child }) => (
  <div lang="en" dir="ltr">
    {children}
  </div>
)

const Address = ({ children }: { children?: Child }) => (
  <p>
    <b>
      <bdi dir="ltr">{children}</bdi>
    </b>
  </p>
)

/** A list can be opened at once; what needs an id is found through its list. */
const endpointSaid = ([path, { summary, description, parameters: names }]: [string, Endpoint]) => ({
  term: path || '/',
  value: (
    <>
      {path.includes('{') ? summary : <LoneLink href={paths.api(path)}>{summary}</LoneLink>}
      <br />
      {plain(description)}
      {names.length > 0 && (
        <>
          <br />
          <span class="muted">{names.join(', ')}</span>
        </>
      )}
    </>
  ),
})

const parameterSaid = ([name, { description, schema }]: [string, Parameter]) => ({
  term: name,
  value: (
    <>
      {plain(description)}
      {Array.isArray(schema.enum) && (
        <>
          <br />
          <span class="muted">{schema.enum.join(', ')}</span>
        </>
      )}
    </>
  ),
})

/** The OpenAPI document marks names in a text; a page does without. */
const plain = (text: string) => text.replaceAll('`', '')
