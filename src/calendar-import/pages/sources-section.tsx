import {
  Button,
  ErrorSummary,
  Form,
  Icon,
  LoneLink,
  Row,
  Rows,
  Section,
  Stack,
  Tag,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { SourceListed } from '../keep-source.ts'
import { paths } from '../paths.ts'
import { whenRead } from './source-words.ts'

export type SourcesView = {
  sources: readonly SourceListed[]
  values: FormValues
  problems: FormProblems
  timeZone: string
}

/** The calendars that are read again and again, and the address of one more. */
export const SourcesSection = ({
  sources,
  values,
  problems,
  timeZone,
  wording,
  centre,
}: SourcesView & { wording: Wording; centre: { slug: string } }) => {
  const { t, language } = wording
  const faults = Object.entries(problems).map(([field, problem]) => ({
    field: fieldIds[field] ?? field,
    name: field,
    message: sentenceFor(problem, wording),
  }))
  const bound = (name: string) => ({
    ...{ name, id: fieldIds[name] ?? name, value: String(values[name] ?? '') },
    error: faults.find(fault => fault.name === name)?.message,
  })
  return (
    <Section title={t('calendarImport.source.title')}>
      <Stack>
        <p>{t('calendarImport.source.about')}</p>
        {sources.length > 0 && (
          <Rows>
            {sources.map(({ source, news }) => (
              <Row
                start={<Icon name={source.fault ? 'warning' : 'calendar'} />}
                title={
                  <LoneLink href={paths.source(language, source.id)}>
                    <bdi>{source.name}</bdi>
                  </LoneLink>
                }
                note={
                  <>
                    {whenRead(source, timeZone, wording)}{' '}
                    {source.fault && <Tag tone="warning" label={t('calendarImport.source.failed')} />}{' '}
                    {news > 0 && <Tag label={t('calendarImport.source.news', { count: news })} />}
                  </>
                }
              />
            ))}
          </Rows>
        )}
        <ErrorSummary title={t('programme.staff.faults')} faults={faults} />
        <Form action={paths.add(language)} carry={{ centre: centre.slug }}>
          <TextField
            {...bound('name')}
            label={t('calendarImport.source.name')}
            hint={t('calendarImport.source.nameHint')}
            maxlength={120}
            required
          />
          <TextField
            {...bound('address')}
            label={t('calendarImport.source.address')}
            hint={t('calendarImport.source.addressHint')}
            inputmode="url"
            maxlength={2000}
            required
          />
          <TextField
            {...bound('words')}
            label={t('calendarImport.words')}
            hint={t('calendarImport.wordsHint')}
            optional={t('programme.staff.optional')}
            maxlength={200}
          />
          <Button>{t('calendarImport.source.add')}</Button>
        </Form>
      </Stack>
    </Section>
  )
}

/** The page asks for words twice: by these names an error finds its field. */
const fieldIds: Record<string, string> = {
  name: 'sourceName',
  address: 'sourceAddress',
  words: 'sourceWords',
}

const codes = [
  ...(['missing', 'too-long', 'already-there', 'too-many', 'address', 'unknown-name', 'not-public'] as const),
  ...(['no-answer', 'too-slow', 'too-large', 'too-many-redirects', 'refused', 'encoding', 'bytes'] as const),
  ...(['too-heavy', 'no-calendar'] as const),
] as const

/** A problem is a code; of an answer that refused, its status stands behind it. */
const sentenceFor = (problem: string, { t }: Wording) => {
  const [code, status = ''] = problem.split(' ')
  return t(`calendarImport.source.fault.${codes.find(known => known === code) ?? 'missing'}`, { status })
}
