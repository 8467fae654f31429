import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Card, Chips, Columns, ErrorSummary, Notice, Stack } from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Language, Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../../programme/index.ts'
import type { Door, TallyLine } from '../invitation.ts'
import { paths } from '../paths.ts'
import type { GivenOut } from '../read-invitations.ts'
import { DoorForm } from './door-form.tsx'
import { GivenOutList } from './given-out.tsx'
import { InviteForm } from './invite-form.tsx'
import { TallyTable } from './tally-table.tsx'

export const invitationNews = ['printed', 'counted', 'taken-back', 'door-shown', 'door-taken-down'] as const
export type InvitationNews = (typeof invitationNews)[number]

export type InvitationsPageProps = {
  centre: { slug: string; name: string }
  centres: readonly { slug: string; name: string }[]
  partners: readonly { id: string; name: string }[]
  dates: readonly Entry[]
  given: readonly GivenOut[]
  tally: readonly TallyLine[]
  door: Door | undefined
  typed: FormValues | undefined
  /** Sentences by field. */
  errors: FormProblems
  codeFault: CodeFault | undefined
  /** The centre at which the code that was typed counts. */
  countsAt: string | undefined
  news: InvitationNews | undefined
  languages: readonly Language[]
  wording: Wording
}

/** Invitations of a centre: count who came with one, make new ones, see what they brought about. */
export const InvitationsPage = (props: InvitationsPageProps) => {
  const { centre, centres, given, tally, errors, codeFault, countsAt, news, wording } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      {centres.length > 1 && (
        <Chips
          label={t('invitations.centre')}
          chips={centres.map(({ slug, name }) => ({
            label: name,
            href: paths.list(language, { centre: slug }),
            current: slug === centre.slug,
          }))}
        />
      )}
      {news && <Notice tone="success" title={t(`invitations.news.${news}`)} announce />}
      <ErrorSummary
        title={t('invitations.mend')}
        faults={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <p>{t('invitations.lead')}</p>
      <Columns
        aside={
          <Card title={t('invitations.door.title')}>
            <DoorForm {...props} />
          </Card>
        }
      >
        <Card title={t('invitations.redeem.title')} tint>
          <CodeForm
            action={paths.redeem(language)}
            fault={codeFault}
            says={{
              hint: t('invitations.redeem.hint'),
              button: t('invitations.redeem.count'),
              unknown: countsAt
                ? t('invitations.redeem.elsewhere', { centre: countsAt })
                : t('invitations.redeem.unknown'),
            }}
            wording={wording}
          />
        </Card>
        <GivenOutList {...props} />
        <Card title={t('invitations.make.title')}>
          <InviteForm {...props} />
        </Card>
        {(tally.length > 0 || given.length > 0) && <TallyTable lines={tally} wording={wording} />}
      </Columns>
    </Stack>
  )
}
