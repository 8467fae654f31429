import type { Wording } from '../../wording/wording.ts'
import { asset } from '../assets.ts'
import { Document } from '../document.tsx'
import { Hero, SearchForm } from '../finding.tsx'
import { Icon } from '../icon.tsx'
import { type IconName, iconPaths } from '../icon-paths.ts'
import { Section, Stack } from '../layout.tsx'
import { FieldSamples } from './gallery-fields.tsx'
import { ButtonSamples, FindingSamples, MessageSamples } from './gallery-messages.tsx'
import { FigureSamples, TimeSamples } from './gallery-times.tsx'

/** Every building block of the pages, once for each language given, to be looked at side by side. */
export const DesignGallery = ({ wordings }: { wordings: [Wording, ...Wording[]] }) => {
  const [{ language, direction, t }] = wordings
  return (
    <Document
      language={language}
      direction={direction}
      title={t('design.title')}
      skip={t('design.title')}
      sheet="public.css"
      stylesheets={[asset('staff.css')]}
      scripts={['count-stepper.js']}
      hidden
    >
      <main id="main" tabindex={-1}>
        <Hero title={t('design.title')} lead={t('design.lead')}>
          <SearchForm action="#" label={t('design.find')} button={t('design.search')} />
        </Hero>
        {wordings.map(wording => (
          <div lang={wording.language} dir={wording.direction}>
            <div class="kern-container">
              <Samples wording={wording} />
            </div>
          </div>
        ))}
      </main>
    </Document>
  )
}

const Samples = ({ wording }: { wording: Wording }) => {
  const { language, t } = wording
  return (
    <Stack gap="large">
      <Section id={language} title={t('design.language')}>
        <ButtonSamples wording={wording} />
      </Section>
      <FindingSamples wording={wording} />
      <MessageSamples wording={wording} />
      <TimeSamples wording={wording} />
      <FieldSamples wording={wording} />
      <FigureSamples wording={wording} />
      <Section title={t('design.pictograms')}>
        <ul class="cluster">
          {(Object.keys(iconPaths) as IconName[]).map(name => (
            <li class="kern-badge" lang="en" dir="ltr">
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Section>
    </Stack>
  )
}
