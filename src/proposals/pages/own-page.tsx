import {
  ConfirmButton,
  Icon,
  LinkButton,
  Notice,
  Row,
  Rows,
  Section,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { InLanguage, paths as programmePaths } from '../../programme/index.ts'
import { paths } from '../paths.ts'
import { type OwnProposal, type Partner, titleOf } from '../proposal.ts'
import type { PartnerOffer } from '../store/links.ts'

export type OwnNews = 'sent' | 'mended' | 'taken-back' | 'approved-meanwhile' | 'still-right'

type Props = {
  partner: Partner
  link: string
  centreName: string
  proposals: readonly OwnProposal[]
  offers: readonly PartnerOffer[]
  /** What was looked at on that day at the latest is asked about. */
  askedSince: Temporal.PlainDate
  news: OwnNews | undefined
  wording: Wording
}

/** The page of a partner: how its proposals stand, what families see of it, and a way to propose more. */
export const OwnPage = (props: Props) => {
  const { partner, link, centreName, proposals, offers, askedSince, news, wording } = props
  const { t, language } = wording
  const open = proposals.filter(({ state }) => state !== 'approved')
  return (
    <Stack gap="large">
      {news && (
        <Notice
          announce
          tone={news === 'approved-meanwhile' ? 'warning' : 'success'}
          title={t(`proposals.news.${news}`)}
        />
      )}
      <div>
        <h1>
          <bdi>{partner.name}</bdi>
        </h1>
        <p class="lead">
          {t('proposals.own.lead')} <bdi lang="de">{centreName}</bdi>
        </p>
      </div>
      <p>
        <LinkButton kind="primary" icon="plus" href={paths.fresh(language, link)}>
          {t('proposals.own.propose')}
        </LinkButton>
      </p>
      {open.length > 0 && (
        <Section title={t('proposals.own.open')}>
          <Rows>
            {open.map(proposal => (
              <OpenRow {...{ proposal, link, wording }} />
            ))}
          </Rows>
        </Section>
      )}
      <Section title={t('proposals.own.offers')}>
        {offers.length === 0 ? (
          <p>{t('proposals.own.noOffers')}</p>
        ) : (
          <Rows>
            {offers.map(offer => (
              <OfferRow {...{ offer, link, askedSince, wording }} />
            ))}
          </Rows>
        )}
      </Section>
      <p class="muted">{t('proposals.own.until', { day: wording.fullDay(partner.expiresOn) })}</p>
    </Stack>
  )
}

/** One press says that an offer is still right, once nobody looked at it for long. */
const OfferRow = ({
  offer,
  link,
  askedSince,
  wording,
}: Pick<Props, 'link' | 'askedSince' | 'wording'> & { offer: PartnerOffer }) => {
  const { t, language, day } = wording
  const { offerId, slug, title, titleLanguage, state, checkedOn } = offer
  const isHidden = state === 'stale'
  const isAsked = isHidden || Temporal.PlainDate.compare(checkedOn, askedSince) <= 0
  return (
    <Row
      start={<Icon name="calendar" />}
      title={<InLanguage spoken={{ text: title, language: titleLanguage }} wording={wording} />}
      note={
        <>
          {t(isHidden ? 'proposals.own.hidden' : 'programme.fresh.checked', { day: day(checkedOn) })}
          {!isHidden && (
            <>
              {' · '}
              <a href={programmePaths.offer(language, slug)}>{t('proposals.own.look')}</a>
            </>
          )}
        </>
      }
      action={
        <>
          {isAsked && (
            <ConfirmButton
              small
              kind="primary"
              icon="check"
              action={paths.stillRight(language, link, offerId)}
            >
              {t('programme.fresh.stillRight')}
              <span class="kern-sr-only">: {title}</span>
            </ConfirmButton>
          )}
          {!isHidden && (
            <LinkButton small href={paths.change(language, link, offerId)}>
              {t('proposals.own.change')}
              <span class="kern-sr-only">: {title}</span>
            </LinkButton>
          )}
        </>
      }
    />
  )
}

const OpenRow = ({
  proposal,
  link,
  wording,
}: Pick<Props, 'link' | 'wording'> & { proposal: OwnProposal }) => {
  const { t, language, moment } = wording
  const isBack = proposal.state === 'sent-back'
  return (
    <Row
      start={
        <Tag
          label={t(`proposals.state.${isBack ? 'sent-back' : 'sent'}`)}
          {...(isBack && { tone: 'warning' as const })}
        />
      }
      title={<bdi lang="de">{titleOf(proposal)}</bdi>}
      note={
        <>
          {t(proposal.isNew ? 'proposals.own.new' : 'proposals.own.aChange')} ·{' '}
          {moment(proposal.decidedAt ?? proposal.sentAt)}
          {isBack && (
            <p class="as-written" dir="auto">
              {proposal.reason}
            </p>
          )}
        </>
      }
      action={
        <>
          <LinkButton
            small
            kind={isBack ? 'primary' : 'secondary'}
            href={paths.proposal(language, link, proposal.id)}
          >
            {t('proposals.own.mend')}
            <span class="kern-sr-only">: {titleOf(proposal)}</span>
          </LinkButton>
          <ConfirmButton small kind="quiet" action={paths.takeBack(language, link, proposal.id)}>
            {t('proposals.own.takeBack')}
            <span class="kern-sr-only">: {titleOf(proposal)}</span>
          </ConfirmButton>
        </>
      }
    />
  )
}

/** The link has expired or was taken back: where a new one comes from. */
export const GonePage = ({ wording: { t } }: { wording: Wording }) => (
  <Stack>
    <h1>{t('proposals.gone.title')}</h1>
    <p class="lead">{t('proposals.gone.body')}</p>
  </Stack>
)
