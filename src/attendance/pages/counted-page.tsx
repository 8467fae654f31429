import {
  Card,
  Cluster,
  ConfirmButton,
  DataTable,
  DescriptionList,
  LinkButton,
  Notice,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CountedKind, inOwnUnit } from '../counting-unit.ts'
import { adultsAndChildren, counted, everybodyOf, type HeadCount, type Heads } from '../head-count.ts'
import { paths } from '../paths.ts'
import { unitInWords } from './session-words.tsx'

/** What was counted, how to correct it, and every version it had. */
export const CountedPage = ({
  sessionId,
  kind,
  count,
  versions,
  renderingKey,
  isNew,
  wording,
}: {
  sessionId: string
  kind: CountedKind
  count: HeadCount
  versions: readonly HeadCount[]
  renderingKey: string
  isNew: boolean
  wording: Wording
}) => {
  const { t, language } = wording
  return (
    <div class="count-page">
      <Stack>
        <Notice
          tone="success"
          announce={isNew}
          title={t('attendance.counted.people', { count: everybodyOf(count.heads) })}
        >
          <p>{unitInWords(inOwnUnit(kind, { sessions: 1, ...adultsAndChildren(count.heads) }), wording)}</p>
          <p>{t(count.version > 1 ? 'attendance.counted.corrected' : 'attendance.counted.thanks')}</p>
        </Notice>
        <Cluster>
          <LinkButton kind="primary" href={`/${language}/staff`}>
            {t('attendance.counted.back')}
          </LinkButton>
          <LinkButton href={paths.correct(language, sessionId)}>{t('attendance.counted.correct')}</LinkButton>
        </Cluster>
        <Came heads={count.heads} wording={wording} />
        {versions.length > 1 && <History versions={versions} wording={wording} />}
        <Card title={t('attendance.withdraw.title')} tint>
          <Stack gap="small">
            <p>{t('attendance.withdraw.why')}</p>
            <ConfirmButton
              action={paths.withdraw(language, sessionId)}
              fields={{ renderingKey, seenVersion: String(count.version) }}
            >
              {t('attendance.withdraw.button')}
            </ConfirmButton>
          </Stack>
        </Card>
      </Stack>
    </div>
  )
}

/** Those who came, without the lines that would only say nobody. */
const Came = ({ heads, wording: { t, number } }: { heads: Heads; wording: Wording }) => {
  const came = counted.filter(field => heads[field] > 0)
  return came.length === 0 ? null : (
    <Card title={t('attendance.counted.heads')}>
      <DescriptionList
        items={came.map(field => ({
          term: t(`attendance.${field}.name`),
          value: <b>{number(heads[field])}</b>,
        }))}
      />
    </Card>
  )
}

/** Who counted what and when, the newest first; roles, never names. */
const History = ({ versions, wording }: { versions: readonly HeadCount[]; wording: Wording }) => {
  const { t, moment, number } = wording
  return (
    <Card>
      <DataTable
        caption={t('attendance.history.title')}
        columns={[
          { label: t('attendance.history.when'), cell: ({ countedAt }) => moment(countedAt) },
          {
            label: t('attendance.history.who'),
            cell: ({ countedAs }) => t(`attendance.role.${countedAs}`),
          },
          {
            label: t('attendance.history.everybody'),
            cell: ({ isWithdrawn, heads }) =>
              isWithdrawn ? t('attendance.history.withdrawn') : number(everybodyOf(heads)),
            numeric: true,
          },
        ]}
        rows={versions.toReversed()}
      />
    </Card>
  )
}
