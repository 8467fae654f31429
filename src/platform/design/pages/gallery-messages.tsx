import type { Wording } from '../../wording/wording.ts'
import { Button, LinkButton } from '../button.tsx'
import { Chips, Pagination, Tiles } from '../finding.tsx'
import { Cluster, Section, Stack } from '../layout.tsx'
import { EmptyState, Notice } from '../notice.tsx'
import { Tags } from '../tags.tsx'

export const ButtonSamples = ({ wording: { t } }: { wording: Wording }) => (
  <Cluster>
    <Button kind="primary" icon="registration">
      {t('design.primary')}
    </Button>
    <LinkButton href="#main" icon="calendar">
      {t('design.secondary')}
    </LinkButton>
    <Button kind="quiet">{t('design.quiet')}</Button>
    <Button kind="danger">{t('design.danger')}</Button>
    <Button small icon="arrow-end">
      {t('design.next')}
    </Button>
  </Cluster>
)

export const FindingSamples = ({ wording: { language, t } }: { wording: Wording }) => (
  <Section title={t('design.topics')}>
    <Stack>
      <Chips
        label={`${t('design.find')} ${language}`}
        chips={[
          { label: t('design.today'), href: '#main', current: true },
          { label: t('design.free'), href: '#main', icon: 'free' },
          { label: t('design.age'), href: '#main', icon: 'baby' },
        ]}
      />
      <Tiles
        tiles={[
          { label: t('design.example'), href: '#main', icon: 'play', tone: 'leaf' },
          { label: t('design.come'), href: '#main', icon: 'meeting', tone: 'sun' },
          { label: t('design.programme'), href: '#main', icon: 'course' },
        ]}
      />
      <Pagination
        label={`${t('design.pages')} ${language}`}
        position={t('design.position')}
        previous={{ href: '#main', label: t('design.previous') }}
        next={{ href: '#main', label: t('design.next') }}
      />
    </Stack>
  </Section>
)

export const MessageSamples = ({ wording: { t } }: { wording: Wording }) => (
  <Section title={t('design.messages')}>
    <Stack>
      <Tags
        tags={[
          { label: t('design.free'), icon: 'free', tone: 'success' },
          { label: t('design.come'), icon: 'just-come' },
          { label: t('design.few'), icon: 'waiting', tone: 'warning' },
          { label: t('design.cancelled'), icon: 'cancelled', tone: 'danger' },
        ]}
      />
      <Notice title={t('design.note')} />
      <Notice tone="success" title={t('design.saved')} />
      <Notice tone="warning" title={t('design.careful')} />
      <Notice tone="danger" title={t('design.cancelled')}>
        {t('design.reason')}
      </Notice>
      <EmptyState
        title={t('design.empty')}
        actions={<LinkButton href="#main">{t('design.showAll')}</LinkButton>}
      >
        {t('design.emptyHelp')}
      </EmptyState>
    </Stack>
  </Section>
)
