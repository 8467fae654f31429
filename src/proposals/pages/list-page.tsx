import { staffPaths } from '../../planning/index.ts'
import {
  Button,
  Card,
  ConfirmButton,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Row,
  Rows,
  Section,
  SelectField,
  Stack,
  Tag,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { type Proposal, type ProposalState, titleOf } from '../proposal.ts'
import type { PartnerLink } from '../store/links.ts'

export type ListNews = 'sent-back' | 'approved' | 'revoked' | 'decided'

type Props = {
  proposals: readonly Proposal[]
  partners: readonly { id: string; name: string }[]
  links: readonly PartnerLink[]
  languages: readonly string[]
  news: ListNews | undefined
  values: FormValues
  problems: FormProblems
  wording: Wording
}

/** What partners propose, and who may: those that wait first. */
export const ListPage = (props: Props) => {
  const { proposals, news, problems, wording } = props
  const { t, language, moment } = wording
  return (
    <Stack gap="large">
      {news && (
        <Notice
          announce
          tone={news === 'decided' ? 'warning' : 'success'}
          title={t(`proposals.staffNews.${news}`)}
        />
      )}
      <ErrorSummary
        title={t('programme.staff.faults')}
        faults={Object.entries(problems).map(([field, code]) => ({
          field,
          message: t(code === 'email' ? 'proposals.links.notAnAddress' : 'proposals.links.choose'),
        }))}
      />
      {proposals.length === 0 ? (
        <EmptyState icon="meeting" title={t('proposals.list.none')}>
          {t('proposals.list.noneHint')}
        </EmptyState>
      ) : (
        <Rows>
          {proposals.map(proposal => (
            <Row
              start={<Tag label={t(`proposals.state.${proposal.state}`)} {...toneOf(proposal.state)} />}
              title={
                <a href={paths.decide(language, proposal.id)}>
                  <bdi lang="de">{titleOf(proposal)}</bdi>
                </a>
              }
              note={
                <>
                  <bdi>{proposal.partnerName}</bdi> ·{' '}
                  {t(proposal.isNew ? 'proposals.own.new' : 'proposals.own.aChange')} ·{' '}
                  {moment(proposal.decidedAt ?? proposal.sentAt)}
                </>
              }
              action={
                proposal.state === 'approved' &&
                proposal.offerSlug && (
                  <LinkButton small kind="quiet" href={staffPaths.offer(language, proposal.offerSlug)}>
                    {t('proposals.list.offer')}
                    <span class="kern-sr-only">: {titleOf(proposal)}</span>
                  </LinkButton>
                )
              }
            />
          ))}
        </Rows>
      )}
      <Links {...props} />
    </Stack>
  )
}

const Links = ({ partners, links, languages, values, problems, wording }: Props) => {
  const { t, language } = wording
  const nameOf = (partnerId: string) => partners.find(({ id }) => id === partnerId)?.name ?? ''
  const typed = (name: string) => ({ name, value: String(values[name] ?? '') })
  return (
    <Section title={t('proposals.links.title')}>
      <p>{t('proposals.links.lead')}</p>
      {links.length > 0 && (
        <Rows>
          {links.map(link => (
            <Row
              start={<Tag label={nameOfLanguage(link.language, language)} />}
              title={<bdi>{nameOf(link.partnerId)}</bdi>}
              note={
                <>
                  {t('proposals.links.until', { day: wording.fullDay(link.expiresOn) })}
                  {link.email !== '' && (
                    <>
                      {' · '}
                      <bdi dir="ltr">{link.email}</bdi>
                    </>
                  )}
                </>
              }
              action={
                <ConfirmButton
                  small
                  kind="quiet"
                  action={paths.revokeLinks(language)}
                  fields={{ partnerId: link.partnerId }}
                >
                  {t('proposals.links.revoke')}
                  <span class="kern-sr-only">: {nameOf(link.partnerId)}</span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
      )}
      {partners.length === 0 ? (
        <p class="muted">{t('proposals.links.noPartners')}</p>
      ) : (
        <Card title={t('proposals.links.make')}>
          <Form action={paths.makeLink(language)}>
            <SelectField
              {...typed('partnerId')}
              label={t('proposals.links.partner')}
              empty={t('programme.staff.choose')}
              options={partners.map(({ id, name }) => ({ value: id, label: name }))}
              error={problems.partnerId && t('proposals.links.choose')}
            />
            <SelectField
              {...typed('language')}
              value={String(values.language ?? 'de')}
              label={t('proposals.links.language')}
              options={languages.map(code => ({ value: code, label: nameOfLanguage(code, language) }))}
            />
            <TextField
              {...typed('email')}
              type="email"
              label={t('proposals.links.email')}
              hint={t('proposals.links.emailHint')}
              optional={t('programme.staff.optional')}
              maxlength={254}
              error={problems.email && t('proposals.links.notAnAddress')}
            />
            <Button kind="primary">{t('proposals.links.submit')}</Button>
          </Form>
        </Card>
      )}
    </Section>
  )
}

/** The link, this once: only its hash is kept. */
export const LinkMadePage = ({
  address,
  name,
  expiresOn,
  isSent,
  wording,
}: {
  address: string
  name: string
  expiresOn: Temporal.PlainDate
  isSent: boolean
  wording: Wording
}) => {
  const { t, language } = wording
  return (
    <Stack>
      <Notice announce tone="success" title={t('proposals.links.made', { name })}>
        {t(isSent ? 'proposals.links.sent' : 'proposals.links.handOver')}
      </Notice>
      <p>
        <a href={address} class="number">
          <bdi dir="ltr">{address}</bdi>
        </a>
      </p>
      <p class="muted">{t('proposals.links.once', { day: wording.fullDay(expiresOn) })}</p>
      <p>
        <a href={paths.list(language)}>{t('proposals.links.back')}</a>
      </p>
    </Stack>
  )
}

const tones = { sent: 'warning', approved: 'success' } as const
const toneOf = (state: ProposalState) => (state === 'sent-back' ? {} : { tone: tones[state] })
