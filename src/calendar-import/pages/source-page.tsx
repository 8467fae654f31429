import { staffPaths } from '../../planning/index.ts'
import {
  Button,
  CheckboxGroup,
  Cluster,
  ConfirmButton,
  DataTable,
  Form,
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
import { paths } from '../paths.ts'
import { type CalendarSource, isNews, type SourceEvent } from '../source.ts'
import { faultColumns, inWords } from './event-words.tsx'
import { sentenceForFault, whenRead } from './source-words.ts'

type Props = {
  source: CalendarSource
  events: readonly SourceEvent[]
  done: 'added' | 'taken' | 'settled' | undefined
  timeZone: string
  wording: Wording
}

/** A calendar that is read again and again: how the last reading went, and what became of what stands there. */
export const SourcePage = ({ source, events, done, timeZone, wording }: Props) => {
  const { t, language } = wording
  const differing = events.filter(({ said, goneAt, kept }) => said && (goneAt || kept.length > 0))
  const open = events.filter(({ said }) => said === null)
  const taken = events.filter(event => event.said && !differing.includes(event))
  return (
    <Stack gap="large">
      {done && (
        <Notice announce tone="success" title={t(`calendarImport.source.done.${done}`)}>
          {done === 'taken' && (
            <LinkButton href={staffPaths.programme(language)}>{t('calendarImport.goOn')}</LinkButton>
          )}
        </Notice>
      )}
      {source.fault && (
        <Notice tone="warning" title={t('calendarImport.source.failed')}>
          <p>{sentenceForFault(source.fault, source.faultAbout, wording)}</p>
        </Notice>
      )}
      <p>
        <bdi dir="ltr">{new URL(source.address).host}</bdi> · {whenRead(source, timeZone, wording)}
      </p>
      {differing.length > 0 && (
        <Section title={t('calendarImport.source.differs')}>
          <Rows>
            {differing.map(event => (
              <DifferingRow {...{ event, source, wording }} />
            ))}
          </Rows>
        </Section>
      )}
      {open.length > 0 && (
        <Form action={paths.takeFrom(language, source.id)}>
          <CheckboxGroup
            name="events[]"
            id="events"
            label={t('calendarImport.found.choose')}
            hint={t('calendarImport.source.chooseHint')}
            values={[]}
            options={open.map(event => ({
              value: event.id,
              label: isNews(event, source)
                ? t('calendarImport.source.new', { title: event.event.title })
                : event.event.title,
              hint: inWords(event.event, wording),
            }))}
          />
          <Button kind="primary">{t('calendarImport.found.take')}</Button>
        </Form>
      )}
      {taken.length > 0 && (
        <Section title={t('calendarImport.source.follows')}>
          <Rows>
            {taken.map(event => (
              <Row
                start={<Icon name="calendar" />}
                title={<bdi>{event.event.title}</bdi>}
                note={inWords(event.event, wording)}
                action={<PlanLink {...{ event, wording }} />}
              />
            ))}
          </Rows>
        </Section>
      )}
      {source.broken.length > 0 && (
        <DataTable
          caption={t('calendarImport.found.faults', { count: source.broken.length })}
          columns={faultColumns(wording)}
          rows={[...source.broken]}
        />
      )}
      <details>
        <summary>{t('calendarImport.source.stop')}</summary>
        <p>{t('calendarImport.source.stopHint')}</p>
        <ConfirmButton kind="danger" action={paths.stop(language, source.id)}>
          {t('calendarImport.source.stop')}
        </ConfirmButton>
      </details>
    </Stack>
  )
}

const DifferingRow = ({
  event,
  source,
  wording,
}: {
  event: SourceEvent
  source: CalendarSource
  wording: Wording
}) => {
  const { t, language } = wording
  const { id, goneAt, kept, event: found } = event
  return (
    <Row
      start={<Icon name="warning" />}
      title={<bdi>{found.title}</bdi>}
      note={
        goneAt ? (
          t('calendarImport.source.gone')
        ) : (
          <>
            {kept.map(name => (
              <>
                <Tag label={t(`calendarImport.source.kept.${name}`)} tone="warning" />{' '}
              </>
            ))}
            {t('calendarImport.source.saysNow', { what: [found.title, inWords(found, wording)].join(' · ') })}
          </>
        )
      }
      action={
        <Cluster>
          <PlanLink {...{ event, wording }} />
          <ConfirmButton small action={paths.settle(language, source.id)} fields={{ event: id }}>
            {t('calendarImport.source.settle')}
          </ConfirmButton>
        </Cluster>
      }
    />
  )
}

/** An offer has its page; a begun plan is found by its author among the plans. */
const PlanLink = ({
  event: { slug },
  wording: { t, language },
}: {
  event: SourceEvent
  wording: Wording
}) => (
  <a href={slug ? staffPaths.offer(language, slug) : staffPaths.programme(language)}>
    {t(slug ? 'calendarImport.source.toOffer' : 'calendarImport.goOn')}
  </a>
)
