import type { Wording } from '../../wording/wording.ts'
import { DataTable } from '../data-table.tsx'
import { DescriptionList } from '../description-list.tsx'
import { Card, Cards, Section, Stack } from '../layout.tsx'
import { Meter, Row, RowCount, Rows } from '../rows.tsx'
import { Steps } from '../steps.tsx'
import { TimeCard, TimeCards } from '../time-card.tsx'
import { WeekPlan } from '../week-plan.tsx'

export const TimeSamples = ({ wording: { t } }: { wording: Wording }) => (
  <Section title={t('design.sessions')}>
    <Stack>
      <TimeCards>
        <TimeCard
          time="9:30"
          until={t('design.until')}
          title={t('design.example')}
          href="#main"
          details={t('design.where')}
          tags={[
            { label: t('design.free'), icon: 'free', tone: 'success' },
            { label: t('design.few'), icon: 'waiting', tone: 'warning' },
          ]}
        />
        <TimeCard
          time="15:00"
          until={t('design.off')}
          title={t('design.example')}
          href="#main"
          details={t('design.reason')}
          cancelled
          tags={[{ label: t('design.cancelled'), icon: 'cancelled', tone: 'danger' }]}
        />
      </TimeCards>
      <WeekPlan
        caption={t('design.week')}
        words={{ day: t('design.day'), programme: t('design.programme'), nothing: t('design.closed') }}
        days={[
          {
            day: t('design.monday'),
            note: t('design.today'),
            isToday: true,
            entries: [
              { time: '9:30', title: t('design.example'), href: '#main', note: t('design.until') },
              { time: '15:00', title: t('design.example'), note: t('design.off'), cancelled: true },
            ],
          },
          { day: t('design.tuesday'), entries: [] },
        ]}
      />
    </Stack>
  </Section>
)

export const FigureSamples = ({ wording: { language, number, euros, t } }: { wording: Wording }) => (
  <Stack>
    <Steps
      label={`${t('design.steps')} ${language}`}
      done={t('design.done')}
      steps={[
        { label: t('design.what'), state: 'done', href: '#main' },
        { label: t('design.when'), state: 'current' },
        { label: t('design.check'), state: 'ahead' },
      ]}
    />
    <Cards>
      <Card title={t('design.today')}>
        <Rows>
          <Row start={<time>9:30</time>} title={t('design.example')} note={t('design.where')} />
          <Row cancelled start={<time>15:00</time>} title={t('design.example')} note={t('design.off')} />
          <Row start={<RowCount>3</RowCount>} title={t('design.few')} />
        </Rows>
      </Card>
      <Card tint title={t('design.facts')}>
        <DescriptionList
          items={[
            { term: t('design.place'), value: t('design.where'), icon: 'place' },
            { term: t('design.price'), value: euros(550), icon: 'price' },
          ]}
        />
        <Meter label={t('design.used')} text={number(80)} value={80} max={100} />
        <Meter label={t('design.used')} text={number(99)} value={99} max={100} danger />
      </Card>
      <Card wide>
        <DataTable
          caption={t('design.figures')}
          columns={[
            { label: t('design.offer'), cell: row => row.offer },
            { label: t('design.visits'), cell: row => number(row.visits), numeric: true },
          ]}
          rows={[
            { offer: t('design.example'), visits: 1204 },
            { offer: t('design.come'), visits: 96 },
          ]}
          total={[t('design.sum'), number(1300)]}
        />
      </Card>
    </Cards>
  </Stack>
)
