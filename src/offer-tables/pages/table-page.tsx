import type { LedCentre } from '../../centres/index.ts'
import { staffPaths } from '../../planning/index.ts'
import {
  Button,
  Chips,
  Cluster,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  LoneLink,
  Notice,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

export type TableProblem = 'missing-file' | 'unreadable' | 'too-large'

type Props = {
  wording: Wording
  centre: LedCentre
  centres: readonly LedCentre[]
  problem: TableProblem | undefined
  done: { added: number; changed: number }
}

/** The table to take away, and to bring back. */
export const TablePage = ({ wording, centre, centres, problem, done }: Props) => {
  const { t, language } = wording
  const error = problem && t(`offerTables.fault.${problem}`)
  const news = [
    done.changed > 0 && t('offerTables.done.changed', { count: done.changed }),
    done.added > 0 && t('offerTables.done.added', { count: done.added }),
  ].filter(Boolean)
  return (
    <Stack gap="large">
      {news.length > 0 && <Notice announce tone="success" title={news.join(' ')} />}
      {centres.length > 1 && (
        <Chips
          label={t('programme.staff.centres')}
          chips={centres.map(({ slug, name }) => ({
            label: name,
            href: paths.page(language, slug),
            current: slug === centre.slug,
          }))}
        />
      )}
      <ErrorSummary
        title={t('programme.staff.faults')}
        faults={error ? [{ field: 'table', message: error }] : []}
      />
      <Section title={t('offerTables.get.title')}>
        <Stack>
          <p>{t('offerTables.get.how')}</p>
          <Cluster>
            <LinkButton href={paths.file(language, centre.slug, 'xlsx')} icon="download" download>
              {t('offerTables.get.xlsx')}
            </LinkButton>
            <LinkButton href={paths.file(language, centre.slug, 'csv')} icon="download" download>
              {t('offerTables.get.csv')}
            </LinkButton>
          </Cluster>
        </Stack>
      </Section>
      <Section title={t('offerTables.load.title')}>
        <Stack>
          <p>{t('offerTables.load.how')}</p>
          <Form action={paths.check(language)} withFiles carry={{ centre: centre.slug }}>
            <FileField name="table" label={t('offerTables.load.file')} accept=".xlsx,.csv" error={error} />
            <Button kind="primary">{t('offerTables.load.button')}</Button>
          </Form>
          <p>
            <LoneLink href={staffPaths.calendarImport(language, centre.slug)}>
              {t('calendarImport.link')}
            </LoneLink>
          </p>
        </Stack>
      </Section>
    </Stack>
  )
}
