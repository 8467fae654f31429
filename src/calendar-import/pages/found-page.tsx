import {
  Button,
  CheckboxGroup,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CalendarFault, ImportedEvent } from '../events.ts'
import { paths } from '../paths.ts'
import { faultColumns, inWords } from './event-words.tsx'

type Props = {
  wording: Wording
  centre: { slug: string }
  events: readonly ImportedEvent[]
  faults: readonly CalendarFault[]
}

/** What a calendar says of the coming year, to be ticked, and what in it nobody could read. */
export const FoundPage = ({ wording, centre, events, faults }: Props) => {
  const { t, language } = wording
  const back = paths.page(language, centre.slug)
  return (
    <Stack gap="large">
      {events.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={t('calendarImport.found.nothing')}
          actions={<LinkButton href={back}>{t('calendarImport.other')}</LinkButton>}
        >
          {t('calendarImport.found.nothingHint')}
        </EmptyState>
      ) : (
        <Form
          action={paths.take(language)}
          withFiles
          carry={{ centre: centre.slug, found: JSON.stringify(events) }}
        >
          <CheckboxGroup
            name="events[]"
            id="events"
            label={t('calendarImport.found.choose')}
            values={[]}
            options={events.map((event, index) => ({
              value: String(index),
              label: event.title,
              hint: inWords(event, wording),
            }))}
          />
          <Button kind="primary">{t('calendarImport.found.take')}</Button>
          <LinkButton href={back} kind="quiet">
            {t('calendarImport.other')}
          </LinkButton>
        </Form>
      )}
      {faults.length > 0 && (
        <DataTable
          caption={t('calendarImport.found.faults', { count: faults.length })}
          columns={faultColumns(wording)}
          rows={[...faults]}
        />
      )}
    </Stack>
  )
}
