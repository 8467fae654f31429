import { Document } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'

/** Where several cities share one instance and the host name belongs to none of them. */
export const CitiesPage = ({
  cities,
  wording: { t, language, direction },
}: {
  cities: { name: string; address: string }[]
  wording: Wording
}) => (
  <Document
    {...{ language, direction }}
    title={t('app.cities.title')}
    sheet="public.css"
    skip={t('app.frame.skip')}
    hidden
  >
    <main id="main" class="kern-container stack" tabindex={-1}>
      <h1>{t('app.cities.title')}</h1>
      <p>{t('app.cities.lead')}</p>
      <ul class="stack">
        {cities.map(({ name, address }) => (
          <li>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  </Document>
)
