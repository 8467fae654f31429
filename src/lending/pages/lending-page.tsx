import {
  Board,
  EmptyState,
  Icon,
  LinkButton,
  LoneLink,
  Notice,
  Row,
  Rows,
  Section,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { isOverdue, type Loan } from '../loan.ts'
import { paths } from '../paths.ts'
import type { StepOutcome } from '../settle-loan.ts'
import { nameOf, type Thing } from '../thing.ts'
import { LoanCard } from './loan-card.tsx'

type Props = {
  things: readonly Thing[]
  /** Also those that are out of use and still out. */
  known: ReadonlyMap<string, Thing>
  loans: readonly Loan[]
  today: Temporal.PlainDate
  news: LendingNews | undefined
  wording: Wording
}

export const lendingNews = [
  ...([
    'promised',
    'declined',
    'handed-out',
    'given-back',
    'none-free',
    'not-now',
    'lent',
    'closed',
  ] as const),
] satisfies readonly (StepOutcome | 'lent' | 'closed')[]
export type LendingNews = (typeof lendingNews)[number]

/** What the team lends: what is overdue and asked for first, then what is out, then all things. */
export const LendingPage = ({ things, known, loans, today, news, wording }: Props) => {
  const { t, language } = wording
  const overdue = loans.filter(loan => isOverdue(loan, today))
  const parts = [
    { name: 'overdue', loans: overdue },
    { name: 'asked', loans: loans.filter(({ state }) => state === 'asked') },
    { name: 'promised', loans: loans.filter(({ state }) => state === 'promised') },
    { name: 'lent', loans: loans.filter(loan => loan.state === 'lent' && !overdue.includes(loan)) },
  ] as const
  return (
    <Stack gap="large">
      {news && (
        <Notice
          tone={news === 'none-free' || news === 'not-now' ? 'warning' : 'success'}
          title={t(`lending.news.${news}`)}
          announce
        />
      )}
      {parts.map(
        part =>
          part.loans.length > 0 && (
            <Section title={t(`lending.desk.${part.name}`)}>
              <Board>
                {part.loans.map(loan => (
                  <LoanCard {...{ loan, thing: known.get(loan.thingId), today, wording }} />
                ))}
              </Board>
            </Section>
          ),
      )}
      {things.length === 0 ? (
        <EmptyState icon="lend" title={t('lending.desk.none')}>
          {t('lending.desk.noneHint')}
        </EmptyState>
      ) : (
        <Section title={t('lending.desk.things')}>
          <Rows>
            {things.map(thing => (
              <Row
                start={<Icon name="lend" />}
                title={
                  <LoneLink href={paths.thing(language, thing.id)}>
                    <bdi>{nameOf(thing, language)}</bdi>
                  </LoneLink>
                }
                note={<ThingNote {...{ thing, wording }} />}
                action={
                  <LinkButton href={`${paths.thing(language, thing.id)}#lend`} small>
                    {t('lending.desk.lend')}
                    <span class="kern-sr-only">: {nameOf(thing, language)}</span>
                  </LinkButton>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </Stack>
  )
}

const ThingNote = ({ thing, wording }: { thing: Thing; wording: Wording }) => {
  const { t, number } = wording
  const { pieces, piecesOut, isOffered, isExample } = thing
  return (
    <>
      {t('lending.public.piecesThere', { free: number(pieces - piecesOut), pieces: number(pieces) })}{' '}
      {!isOffered && <Tag label={t('lending.desk.teamOnly')} />}{' '}
      {isExample && <Tag label={t('lending.public.example')} />}
    </>
  )
}
