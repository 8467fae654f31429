import type { LedCentre } from '../../centres/index.ts'
import { staffPaths } from '../../planning/index.ts'
import {
  Button,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  Notice,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { SourcesSection, type SourcesView } from './sources-section.tsx'

export type ImportProblem = 'missing-file' | 'too-heavy' | 'too-large'

type Props = {
  wording: Wording
  centre: LedCentre
  problem: ImportProblem | undefined
  words: string
  done: { taken: number | undefined; known: number }
  view: SourcesView
}

/** A calendar file of a partner, and by which words to look through it; or its address, to be read again and again. */
export const ImportPage = ({ wording, centre, problem, words, done, view }: Props) => {
  const { t, language } = wording
  const error = problem && t(`calendarImport.fault.${problem}`)
  return (
    <Stack gap="large">
      {done.taken !== undefined && (
        <Notice announce tone="success" title={t('calendarImport.taken', { count: done.taken })}>
          {done.known > 0 && <p>{t('calendarImport.known', { count: done.known })}</p>}
          <LinkButton href={staffPaths.programme(language, centre.slug)}>
            {t('calendarImport.goOn')}
          </LinkButton>
        </Notice>
      )}
      <p>{t('calendarImport.about')}</p>
      <ErrorSummary
        title={t('programme.staff.faults')}
        faults={error ? [{ field: 'calendar', message: error }] : []}
      />
      <Form action={paths.all(language)} withFiles carry={{ centre: centre.slug }}>
        <FileField
          name="calendar"
          label={t('calendarImport.file')}
          accept=".ics,text/calendar"
          error={error}
        />
        <TextField
          name="words"
          label={t('calendarImport.words')}
          hint={t('calendarImport.wordsHint')}
          optional={t('programme.staff.optional')}
          value={words}
          maxlength={200}
        />
        <Button kind="primary">{t('calendarImport.check')}</Button>
      </Form>
      <SourcesSection {...{ ...view, wording, centre }} />
    </Stack>
  )
}
