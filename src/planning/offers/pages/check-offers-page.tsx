import {
  ConfirmButton,
  EmptyState,
  Notice,
  Row,
  Rows,
  Section,
  Stack,
  Tag,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { InLanguage } from '../../../programme/index.ts'
import { staffPaths } from '../../staff-paths.ts'
import { hiddenOn } from '../freshness.ts'
import type { UncheckedOffer } from '../store/freshness.ts'

type Props = { offers: readonly UncheckedOffer[]; isDone: boolean; wording: Wording }

/** Offers that nobody looked at for long: one press says that all is still right. */
export const CheckOffersPage = ({ offers, isDone, wording }: Props) => {
  const { t } = wording
  const hidden = offers.filter(({ state }) => state === 'stale')
  const asked = offers.filter(({ state }) => state === 'published')
  return (
    <Stack gap="large">
      {isDone && <Notice announce tone="success" title={t('programme.fresh.done')} />}
      {offers.length === 0 && (
        <EmptyState icon="check" title={t('programme.fresh.none')}>
          {t('programme.fresh.noneHint')}
        </EmptyState>
      )}
      {hidden.length > 0 && (
        <Section title={t('programme.fresh.hidden')}>
          <p>{t('programme.fresh.hiddenHint')}</p>
          <Lines offers={hidden} wording={wording} />
        </Section>
      )}
      {asked.length > 0 && (
        <Section title={t('programme.fresh.asked')}>
          <p>{t('programme.fresh.askedHint')}</p>
          <Lines offers={asked} wording={wording} />
        </Section>
      )}
    </Stack>
  )
}

const Lines = ({ offers, wording }: { offers: readonly UncheckedOffer[]; wording: Wording }) => {
  const { t, language, day } = wording
  return (
    <Rows>
      {offers.map(({ slug, title, titleLanguage, state, checkedOn }) => (
        <Row
          start={
            state === 'stale' ? (
              <Tag tone="danger" label={t('programme.staff.state.stale')} />
            ) : (
              <Tag tone="warning" label={t('programme.fresh.until', { day: day(hiddenOn(checkedOn)) })} />
            )
          }
          title={
            <a href={staffPaths.offer(language, slug)}>
              <InLanguage spoken={{ text: title, language: titleLanguage }} wording={wording} />
            </a>
          }
          note={t('programme.fresh.checked', { day: day(checkedOn) })}
          action={
            <ConfirmButton small kind="primary" icon="check" action={staffPaths.stillRight(language, slug)}>
              {t('programme.fresh.stillRight')}
              <span class="kern-sr-only">: {title}</span>
            </ConfirmButton>
          }
        />
      ))}
    </Rows>
  )
}
