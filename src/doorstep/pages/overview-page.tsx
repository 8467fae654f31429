import type { LedCentre } from '../../centres/index.ts'
import {
  Card,
  Cluster,
  DataTable,
  EmptyState,
  LinkButton,
  LoneLink,
  Notice,
  Row,
  RowCount,
  Rows,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Kit, nameOf } from '../kit.ts'
import { paths } from '../paths.ts'
import { isOverdue, type Round, type RoundSums } from '../round.ts'
import type { SayAges } from './said.ts'

export const overviewNews = ['planned', 'closed', 'kit-changed', 'restocked'] as const

type Props = {
  centres: readonly LedCentre[]
  kits: readonly Kit[]
  open: readonly Round[]
  /** How many households wait, by the id of the round. */
  households: ReadonlyMap<string, number>
  sums: readonly RoundSums[]
  /** How many hang at doors by now, by the id of the kit. */
  hungUp: ReadonlyMap<string, number>
  news: (typeof overviewNews)[number] | undefined
  today: Temporal.PlainDate
  sayAges: SayAges
  wording: Wording
}

/** The next round of a centre, what lies in its cupboard, and what stays of the rounds that are over. */
export const OverviewPage = (props: Props) => {
  const { centres, kits, open, sums, news, wording } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={t(`doorstep.news.${news}`)} announce />}
      {centres.map(centre => {
        const round = open.find(({ centreId }) => centreId === centre.centreId)
        return (
          <Card title={centres.length > 1 ? <bdi lang="de">{centre.name}</bdi> : t('doorstep.overview.next')}>
            {round ? (
              <OpenRound {...{ ...props, round }} />
            ) : (
              <Stack>
                <p>{t('doorstep.overview.noRound')}</p>
                <Cluster>
                  <LinkButton kind="primary" icon="calendar" href={paths.newRound(language)}>
                    {t('doorstep.round.plan')}
                  </LinkButton>
                </Cluster>
              </Stack>
            )}
            <p>
              <LoneLink href={paths.doorstep(language, centre.slug)}>
                {t('doorstep.overview.public')}
              </LoneLink>
            </p>
          </Card>
        )
      })}
      {kits.length === 0 ? (
        <EmptyState icon="give" title={t('doorstep.overview.noKits')}>
          {t('doorstep.overview.noKitsNext')}
        </EmptyState>
      ) : (
        <Cupboard {...props} />
      )}
      {sums.length > 0 && <PastRounds {...{ sums, wording }} />}
    </Stack>
  )
}

const OpenRound = ({ round, households, today, wording }: Props & { round: Round }) => {
  const { t, language, day } = wording
  return (
    <Stack>
      <p>
        <b>{day(round.heldOn)}</b>
        {round.goes && (
          <>
            {' · '}
            <bdi>{round.goes}</bdi>
          </>
        )}
        {' · '}
        {t('doorstep.overview.households', { count: households.get(round.id) ?? 0 })}
      </p>
      {isOverdue(round, today) && (
        <Notice tone="warning" title={t('doorstep.overview.overdue', { day: day(round.deleteOn) })} />
      )}
      <Cluster>
        <LinkButton kind="primary" icon="registration" href={paths.round(language, round.id)}>
          {t('doorstep.sheet.open')}
        </LinkButton>
        <LinkButton icon="plus" href={paths.enter(language, round.id)}>
          {t('doorstep.enter.title')}
        </LinkButton>
        <LinkButton icon="calendar" href={paths.changeRound(language, round.id)}>
          {t('doorstep.round.change')}
        </LinkButton>
      </Cluster>
    </Stack>
  )
}

const Cupboard = ({ kits, hungUp, sayAges, wording }: Props) => {
  const { t, language, number } = wording
  return (
    <Card title={t('doorstep.overview.kits')}>
      <Rows>
        {kits.map(kit => (
          <Row
            start={<RowCount>{number(kit.stock)}</RowCount>}
            title={<bdi>{nameOf(kit, language)}</bdi>}
            note={[
              sayAges(kit.ages, wording),
              t('doorstep.overview.hungUp', { count: hungUp.get(kit.id) ?? 0 }),
              kit.isOffered ? '' : t('doorstep.overview.notOffered'),
              kit.isExample ? t('doorstep.example') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            action={<a href={paths.kit(language, kit.id)}>{t('doorstep.overview.change')}</a>}
          />
        ))}
      </Rows>
      <p class="muted">{t('doorstep.overview.stockHint')}</p>
    </Card>
  )
}

const PastRounds = ({ sums, wording: { t, fullDay, number } }: Pick<Props, 'sums' | 'wording'>) => (
  <DataTable
    caption={t('doorstep.sums.title')}
    rows={[...sums]}
    columns={[
      {
        label: t('doorstep.sums.day'),
        cell: ({ heldOn, isExample }) =>
          isExample ? `${fullDay(heldOn)} (${t('doorstep.example')})` : fullDay(heldOn),
      },
      ...(['kits', 'cameBack', 'reached', 'notFound', 'notVisited', 'neverRing'] as const).map(sum => ({
        label: t(`doorstep.sums.${sum}`),
        cell: (round: RoundSums) => number(round[sum]),
        numeric: true,
      })),
    ]}
  />
)
