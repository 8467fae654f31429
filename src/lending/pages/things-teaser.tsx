import { LoneLink, Section, Stack, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { ThingToBorrow } from '../read-lending.ts'

type Props = { centre: { slug: string }; things: readonly ThingToBorrow[]; wording: Wording }

/** On the page of a centre: some of what can be borrowed there, and the way to all of it. */
export const ThingsTeaser = ({ centre, things, wording: { t, language } }: Props) => (
  <Section title={t('lending.public.title')}>
    <Stack>
      <Tags
        tags={things.slice(0, 3).map(({ name, textLanguage }) => ({
          ...{ label: <bdi lang={textLanguage}>{name}</bdi>, icon: 'lend' },
        }))}
      />
      <p>
        <LoneLink href={paths.atCentre(language, centre.slug)}>
          {t('lending.public.all', { count: things.length })}
        </LoneLink>
      </p>
    </Stack>
  </Section>
)
