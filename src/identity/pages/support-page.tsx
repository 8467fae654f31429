import {
  Button,
  ConfirmButton,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  NumberField,
  Section,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { longestSupportDays } from '../forms.ts'
import { paths } from '../paths.ts'
import type { ListedGrant } from '../support.ts'
import { faultsOf } from './faults.ts'

export type SupportView = {
  wording: Wording
  grants: ListedGrant[]
  /** The centres whose families the reader may open; none for those who only read the list. */
  centres: { id: string; name: string }[]
  news?: string | undefined
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

export const SupportPage = ({ wording, grants, centres, news, problems, values }: SupportView) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={news} announce />}
      <p>{t('identity.support.lead')}</p>
      {grants.length > 0 ? (
        <DataTable
          caption={t('identity.support.title')}
          captionHidden
          rows={grants}
          columns={[
            { label: t('identity.support.who'), cell: ({ name }) => <bdi>{name}</bdi> },
            { label: t('identity.support.centre'), cell: ({ centre }) => centre },
            { label: t('identity.support.reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
            { label: t('identity.support.by'), cell: ({ grantedBy }) => <bdi>{grantedBy ?? ''}</bdi> },
            {
              label: t('identity.support.until'),
              cell: grant => (
                <Until wording={wording} grant={grant} action={paths.endSupport(language, grant.id)} />
              ),
            },
          ]}
        />
      ) : (
        <EmptyState icon="people" title={t('identity.support.noneTitle')}>
          {t('identity.support.none')}
        </EmptyState>
      )}
      {centres.length > 0 && <Grant {...{ wording, centres, problems, values }} />}
    </Stack>
  )
}

const Until = ({ wording, grant, action }: { wording: Wording; grant: ListedGrant; action: string }) => {
  const { t } = wording
  return (
    <Stack gap="small">
      <span>
        {wording.moment(grant.endsAt)} (
        {grant.isRunning ? t('identity.support.running') : t('identity.support.over')})
      </span>
      {grant.isEndable && (
        <ConfirmButton action={action} small>
          {t('identity.support.end')}
        </ConfirmButton>
      )}
    </Stack>
  )
}

const Grant = ({ wording, centres, problems = {}, values = {} }: Omit<SupportView, 'grants' | 'news'>) => {
  const { t, language } = wording
  const faults = faultsOf(wording, problems)
  const field = (name: 'email' | 'centre' | 'days' | 'reason') => ({
    name,
    label: t(`identity.support.${name}`),
    value: String(values[name] ?? ''),
    error: faults.find(fault => fault.field === name)?.message,
    required: true,
  })
  const days = { days: longestSupportDays }
  return (
    <Section title={t('identity.support.grant')} id="grant">
      <Stack>
        <ErrorSummary title={t('identity.refusedTitle')} faults={faults} />
        <Form action={paths.support(language)}>
          <TextField {...field('email')} type="email" autocomplete="off" />
          <SelectField
            {...field('centre')}
            value={centres.length === 1 ? centres[0]?.id : field('centre').value}
            empty={t('identity.people.choose')}
            options={centres.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NumberField
            {...field('days')}
            hint={t('identity.support.daysHint', days)}
            min={1}
            max={longestSupportDays}
          />
          <TextArea {...field('reason')} hint={t('identity.support.reasonHint')} rows={3} maxlength={500} />
          <Button kind="primary">{t('identity.support.submit')}</Button>
        </Form>
      </Stack>
    </Section>
  )
}
