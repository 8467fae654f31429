import { paths as carePaths } from '../../../care/index.ts'
import type { LedCentre } from '../../../centres/index.ts'
import {
  Button,
  Cluster,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Stack,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { InLanguage } from '../../../programme/index.ts'
import type { StaffOffer } from '../../offers/store/staff-offers.ts'
import { staffPaths } from '../../staff-paths.ts'

type Props = {
  wording: Wording
  centre: LedCentre
  drafts: readonly StaffOffer[]
  /** What was to be published last, as it stands now. */
  pressed: readonly StaffOffer[]
  /** How many were taken over from another season just now. */
  copied: number | undefined
  areAllTicked: boolean
  isNothingTicked: boolean
}

/** The drafts of a centre: tick several, one press, and read what became of each. */
export const PublishPage = (props: Props) => {
  const { wording, centre, drafts, copied, areAllTicked, isNothingTicked } = props
  const { t, language } = wording
  const faults = isNothingTicked ? [{ field: 'offers', message: t('programme.publishing.tickOne') }] : []
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faults} />
      {copied !== undefined && (
        <Notice announce tone="success" title={t('programme.publishing.copied', { count: copied })}>
          {t('programme.publishing.copiedHint')}
        </Notice>
      )}
      <Outcomes {...props} />
      {drafts.length === 0 ? (
        <EmptyState icon="check" title={t('programme.publishing.none')}>
          <a href={staffPaths.programme(language, centre.slug)}>{t('programme.publishing.back')}</a>
        </EmptyState>
      ) : (
        <Form action={staffPaths.publishSeveral(language)} carry={{ centre: centre.slug }}>
          <fieldset class="kern-fieldset">
            <legend class="kern-label">{t('programme.publishing.which')}</legend>
            <div class="kern-fieldset__body">
              {drafts.map((offer, index) => (
                <Line {...{ offer, index, wording }} isTicked={areAllTicked} />
              ))}
            </div>
          </fieldset>
          <Cluster>
            <Button kind="primary" icon="check">
              {t('programme.publishing.publish')}
            </Button>
            {!areAllTicked && drafts.length > 1 && (
              <LinkButton
                kind="quiet"
                href={staffPaths.publishSeveral(language, { centre: centre.slug, all: true })}
              >
                {t('programme.publishing.tickAll')}
              </LinkButton>
            )}
          </Cluster>
        </Form>
      )}
    </Stack>
  )
}

const Outcomes = ({ pressed, wording }: Props) => {
  const { t, language } = wording
  const published = pressed.filter(({ state }) => state === 'published')
  const withheld = pressed.filter(({ lacksCare, state }) => lacksCare && state !== 'published')
  return (
    <>
      {withheld.length > 0 && (
        <Notice announce tone="warning" title={t('programme.publishing.undecided')}>
          <ul>
            {withheld.map(offer => (
              <li>
                <a href={carePaths.care(language, offer.slug)}>
                  <Title offer={offer} wording={wording} />
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {published.length > 0 && <Published {...{ published, wording }} />}
    </>
  )
}

const Published = ({ published, wording }: { published: readonly StaffOffer[]; wording: Wording }) => {
  const { t, language } = wording
  return (
    <Notice announce tone="success" title={t('programme.publishing.published', { count: published.length })}>
      <ul>
        {published.map(offer => (
          <li>
            <a href={staffPaths.offer(language, offer.slug)}>
              <Title offer={offer} wording={wording} />
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Line = ({
  offer,
  index,
  isTicked,
  wording,
}: {
  offer: StaffOffer
  index: number
  isTicked: boolean
  wording: Wording
}) => {
  const { t, language, shortDay, time } = wording
  const id = index === 0 ? 'offers' : `offers-${index}`
  const { slug, nextOn, nextStarts } = offer
  return (
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        id={id}
        name="offers[]"
        value={slug}
        checked={isTicked}
        aria-describedby={`${id}-next`}
      />
      <label class="kern-label" for={id}>
        <Title offer={offer} wording={wording} />
      </label>
      <p class="kern-hint" id={`${id}-next`}>
        {nextOn && nextStarts
          ? t('programme.publishing.next', { day: shortDay(nextOn), time: time(nextStarts) })
          : t('programme.staff.list.noDate')}{' '}
        <a href={staffPaths.offer(language, slug)}>
          {t('programme.publishing.look')}
          <span class="kern-sr-only">: {offer.title}</span>
        </a>
      </p>
    </div>
  )
}

const Title = ({ offer, wording }: { offer: StaffOffer; wording: Wording }) => (
  <InLanguage spoken={{ text: offer.title, language: offer.titleLanguage }} wording={wording} />
)
