import { paths as explainedPaths } from '../../explained/index.ts'
import { Card, DescriptionList, Prose, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Provider } from '../centre.ts'
import type { Attribution, CityNotice } from '../notice.ts'
import { paths } from '../paths.ts'

type Texts = { wording: Wording; notice: CityNotice }

/** Who answers for these pages, and who for each centre. */
export const ImprintPage = ({ wording, notice, providers }: Texts & { providers: Provider[] }) => {
  const { t, language } = wording
  return (
    <Prose>
      <h1>{t('centres.imprint.title')}</h1>
      <p>{notice.imprint}</p>
      <h2>{t('centres.imprint.office')}</h2>
      <Office {...notice} />
      <h2>{t('centres.imprint.providers')}</h2>
      <ul>
        {providers.map(({ name, centres }) => (
          <li>
            <bdi lang="de">{name}</bdi>:{' '}
            {centres.map((centre, index) => (
              <>
                {index > 0 && ', '}
                <a href={paths.centre(language, centre.slug)}>
                  <bdi lang="de">{centre.name}</bdi>
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </Prose>
  )
}

/** What is stored, why, until when; and for each provider its law, its officer and its authority. */
export const PrivacyPage = ({ wording, providers }: { wording: Wording; providers: Provider[] }) => {
  const { t } = wording
  return (
    <Stack gap="large">
      <Prose>
        <h1>{t('centres.privacy.title')}</h1>
        <p>{t('centres.privacy.lead')}</p>
        {(['visiting', 'registering', 'rights'] as const).map(part => (
          <>
            <h2>{t(`centres.privacy.${part}`)}</h2>
            <p>{t(`centres.privacy.${part}Body`)}</p>
            {part === 'visiting' && <p>{t('centres.privacy.onPhone')}</p>}
          </>
        ))}
      </Prose>
      <Stack gap="small">
        {providers.map(provider => (
          <ProviderFold provider={provider} wording={wording} />
        ))}
      </Stack>
    </Stack>
  )
}

/** How accessible these pages are, and whom to tell when something does not work. */
export const AccessibilityPage = ({
  wording: { t, language },
  notice,
  hasSignLanguage,
}: Texts & { hasSignLanguage: boolean }) => (
  <Prose>
    <h1>{t('centres.accessibility.title')}</h1>
    <p>{t('centres.accessibility.lead')}</p>
    <p>
      <a href={explainedPaths.page(language)}>{t('explained.title')}</a>
    </p>
    <h2>{t('centres.accessibility.standard')}</h2>
    <p>{t('centres.accessibility.standardBody')}</p>
    <h2>{t('centres.accessibility.limits')}</h2>
    {!hasSignLanguage && <p>{t('centres.accessibility.noSignLanguage')}</p>}
    <p>{t('centres.accessibility.limitsBody')}</p>
    <h2>{t('centres.accessibility.feedback')}</h2>
    <p>{t('centres.accessibility.feedbackBody')}</p>
    <Office {...notice} />
    <h2>{t('centres.accessibility.enforcement')}</h2>
    <p>{t('centres.accessibility.enforcementBody')}</p>
  </Prose>
)

/** Whose data the city uses, under which licence, and what was changed. */
export const SourcesPage = ({ wording: { t }, notice }: Texts) => (
  <Stack gap="large">
    <Prose>
      <h1>{t('centres.sources.title')}</h1>
      <p>{t('centres.sources.lead')}</p>
    </Prose>
    {notice.attributions.map(attribution => (
      <Card title={<bdi lang="de">{attribution.title}</bdi>}>
        <DescriptionList
          items={[
            { term: t('centres.sources.holder'), value: <bdi lang="de">{attribution.holder}</bdi> },
            { term: t('centres.sources.licence'), value: <Licence {...attribution} /> },
            { term: t('centres.sources.source'), value: attribution.source && <Source {...attribution} /> },
            {
              term: t('centres.sources.changes'),
              value: attribution.changes && <bdi lang="de">{attribution.changes}</bdi>,
            },
          ].filter(({ value }) => value)}
        />
      </Card>
    ))}
    <Prose>
      <h2>{t('centres.sources.software')}</h2>
      <p>{t('centres.sources.softwareBody')}</p>
    </Prose>
  </Stack>
)

/** Folded away until somebody wants it. The target of a link lies inside, so that the browser unfolds it. */
const ProviderFold = ({ provider, wording: { t, language } }: { provider: Provider; wording: Wording }) => (
  <details class="disclosure">
    <summary>
      <bdi lang="de">{provider.name}</bdi>
    </summary>
    <div id={provider.slug} class="disclosure__body">
      <DescriptionList
        items={[
          { term: t('centres.privacy.law'), value: t(`centres.privacy.laws.${provider.law}`) },
          {
            term: t('centres.privacy.officer'),
            value: (
              <>
                <bdi lang="de">{provider.dataProtectionOfficer}</bdi>,{' '}
                <a href={`mailto:${provider.dataProtectionEmail}`}>
                  <bdi dir="ltr">{provider.dataProtectionEmail}</bdi>
                </a>
              </>
            ),
          },
          {
            term: t('centres.privacy.authority'),
            value: <Linked href={provider.authorityUrl} text={provider.authority} />,
          },
          {
            term: t('centres.privacy.centres'),
            value: provider.centres.map((centre, index) => (
              <>
                {index > 0 && ', '}
                <a href={paths.centre(language, centre.slug)}>
                  <bdi lang="de">{centre.name}</bdi>
                </a>
              </>
            )),
          },
        ]}
      />
    </div>
  </details>
)

const Office = ({ office }: CityNotice) => (
  <p>
    <bdi lang="de">{office.name}</bdi>
    {office.address && (
      <>
        <br />
        <bdi lang="de">{office.address}</bdi>
      </>
    )}
    {office.email && (
      <>
        <br />
        <a href={`mailto:${office.email}`}>
          <bdi dir="ltr">{office.email}</bdi>
        </a>
      </>
    )}
    {office.phone && (
      <>
        <br />
        <a href={`tel:${office.phone.replace(/[^+\d]/g, '')}`}>
          <bdi dir="ltr">{office.phone}</bdi>
        </a>
      </>
    )}
  </p>
)

const Licence = ({ licence, licenceUrl }: Attribution) => <Linked href={licenceUrl} text={licence} />

const Source = ({ source }: Attribution) => <Linked href={source} text={source} />

/** Only an address of the web becomes a link; what a pack says otherwise stays text. */
const Linked = ({ href, text }: { href: string; text: string }) =>
  /^https?:\/\//.test(href) ? (
    <a href={href}>
      <bdi lang="de">{text}</bdi>
    </a>
  ) : (
    <bdi lang="de">{text}</bdi>
  )
