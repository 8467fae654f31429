import { LoneLink, Section, Stack, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { publicPaths } from '../public-paths.ts'
import type { PublicRoom } from '../store/public-rooms.ts'

/** On the page of a centre: the rooms that groups can have there, and the way to all of them. */
export const RoomsTeaser = ({ rooms, wording }: { rooms: readonly PublicRoom[]; wording: Wording }) => (
  <Section title={wording.t('rooms.public.title')}>
    <Stack>
      <Tags
        tags={rooms.slice(0, 3).map(({ name, textLanguage }) => ({
          ...{ label: <bdi lang={textLanguage}>{name}</bdi>, icon: 'door' },
        }))}
      />
      <p>
        <LoneLink href={publicPaths.all(wording.language)}>{wording.t('rooms.public.all')}</LoneLink>
      </p>
    </Stack>
  </Section>
)
