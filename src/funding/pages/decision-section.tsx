import {
  Card,
  DataTable,
  type Description,
  DescriptionList,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { type Decision, majorityOf, stations } from '../money.ts'
import { ExampleTag } from './example-tag.tsx'
import { budgetInWords } from './words.ts'

type Props = { decision: Decision; wording: Wording }

/** What was decided, on which way and by what majority. */
export const DecisionSection = ({ decision, wording }: Props) => {
  const { t } = wording
  const { text } = decision
  const written =
    text.language === wording.language ? {} : { lang: text.language, dir: directionOf(text.language) }
  return (
    <Section title={t('funding.decision.title')} id="decision">
      <Stack gap="large">
        <Card>
          <Stack>
            <h3 {...written}>{text.title}</h3>
            {text.wording && <p {...written}>{text.wording}</p>}
            <DescriptionList items={factsOf({ decision, wording })} />
          </Stack>
        </Card>
        <Majority decision={decision} wording={wording} />
        <Way decision={decision} wording={wording} />
      </Stack>
    </Section>
  )
}

const factsOf = ({ decision, wording }: Props): Description[] => {
  const { t, fullDay } = wording
  const { paperNumber, paperUrl, decidedOn, isExample } = decision
  const mark = <ExampleTag wording={wording} shown={isExample} />
  const paper = paperNumber ?? (paperUrl ? t('funding.decision.paperLink') : t('funding.notKnown'))
  return [
    { term: t('funding.decision.body'), value: t(`funding.body.${decision.body}`) },
    { term: t('funding.budget'), value: budgetInWords(decision.budget, wording) },
    {
      term: t('funding.decision.day'),
      value: decidedOn ? (
        <>
          {fullDay(decidedOn)} {mark}
        </>
      ) : (
        t('funding.notKnown')
      ),
    },
    {
      term: t('funding.decision.paper'),
      value: (
        <>
          {paperUrl ? <a href={paperUrl}>{paper}</a> : paper} {paperNumber && mark}
        </>
      ),
    },
  ]
}

const Majority = ({ decision: { votes }, wording }: Props) => {
  const { t, number } = wording
  const majority = majorityOf(votes)
  if (!majority) return <p>{t('funding.votes.notKnown')}</p>
  const counts = {
    ayes: number(majority.ayes),
    noes: number(majority.noes),
    abstentions: number(majority.abstentions),
  }
  return (
    <Stack>
      <p>
        <b>{t('funding.votes.sum', counts)}</b> <ExampleTag wording={wording} shown={majority.isExample} />
      </p>
      <DataTable
        caption={t('funding.votes.title')}
        rows={votes}
        columns={[
          {
            label: t('funding.votes.group'),
            cell: vote => (
              <span>
                <bdi>{vote.groupName}</bdi> <ExampleTag wording={wording} shown={vote.isExample} />
              </span>
            ),
          },
          { label: t('funding.votes.ayes'), numeric: true, cell: vote => number(vote.ayes) },
          { label: t('funding.votes.noes'), numeric: true, cell: vote => number(vote.noes) },
          { label: t('funding.votes.abstentions'), numeric: true, cell: vote => number(vote.abstentions) },
        ]}
      />
    </Stack>
  )
}

/** The stations of a budget in their order, whether their day is known or not. */
const Way = ({ decision, wording }: Props) => {
  const { t, fullDay } = wording
  const known = stations.flatMap(name => decision.stations.find(({ station }) => station === name) ?? [])
  if (known.length === 0) return null
  return (
    <DataTable
      caption={t('funding.stations.title')}
      rows={known}
      columns={[
        { label: t('funding.stations.station'), cell: ({ station }) => t(`funding.station.${station}`) },
        {
          label: t('funding.stations.day'),
          cell: ({ reachedOn, isExample }) =>
            reachedOn ? (
              <>
                {fullDay(reachedOn)} <ExampleTag wording={wording} shown={isExample} />
              </>
            ) : (
              t('funding.notKnown')
            ),
        },
      ]}
    />
  )
}
