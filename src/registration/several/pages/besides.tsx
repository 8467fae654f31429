import { DescriptionList, Notice, Section } from '../../../platform/design/index.ts'
import { directionOf, type Wording } from '../../../platform/wording/wording.ts'
import type { Clash, SameOffer } from '../../store/same-page.ts'

type Props = { clashes: readonly Clash[]; sameOffer: readonly SameOffer[]; wording: Wording }

/** What the family has at the same time: she may have overlooked it. `next` says how she goes on all the same. */
export const Clashes = ({ clashes, next, wording }: Pick<Props, 'clashes' | 'wording'> & { next?: string }) =>
  clashes.length > 0 && (
    <Notice tone="warning" title={wording.t('registration.several.clash')} announce={next !== undefined}>
      {clashes.map(({ title, titleLanguage, startsAt }) => (
        <p>
          <bdi lang={titleLanguage} dir={directionOf(titleLanguage)}>
            {title}
          </bdi>
          , {wording.moment(startsAt)}
        </p>
      ))}
      {next && <p>{next}</p>}
    </Notice>
  )

/** The other dates of the same offer, each with its own answer. */
export const SameOfferDates = ({ sameOffer, wording }: Pick<Props, 'sameOffer' | 'wording'>) =>
  sameOffer.length > 0 && (
    <Section title={wording.t('registration.several.others')}>
      <DescriptionList
        items={sameOffer.map(({ state, startsAt }) => ({
          ...{ term: wording.moment(startsAt), icon: 'calendar' as const },
          value: wording.t(`registration.state.${state}`),
        }))}
      />
    </Section>
  )
