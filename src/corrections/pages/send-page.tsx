import {
  Button,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  RadioGroup,
  Stack,
  TextArea,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { mistakes } from '../correction.ts'
import { paths } from '../paths.ts'

type Props = {
  /** The page that is wrong, without its language. */
  page: string
  title: string
  isSent: boolean
  values: FormValues
  problems: FormProblems
  renderingKey: string
  wording: Wording
}

/** Two taps: what is wrong, and away with it. No name, no address. */
export const SendPage = ({ page, title, isSent, values, problems, renderingKey, wording }: Props) => {
  const { t, language } = wording
  const errors = Object.entries(problems).map(([field, code]) => ({
    field,
    message: t(`corrections.problem.${code as 'missing'}`),
  }))
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <Stack>
      <p>
        <LoneLink href={`/${language}${page}`}>
          <bdi>{title}</bdi>
        </LoneLink>
      </p>
      <h1>{t('corrections.title')}</h1>
      {isSent ? (
        <Notice announce tone="success" title={t('corrections.sent')}>
          {t('corrections.sentHint')}
        </Notice>
      ) : (
        <>
          <p>{t('corrections.lead')}</p>
          <ErrorSummary title={t('corrections.mend')} faults={errors} />
          <Form action={paths.send(language, page)} carry={{ page, renderingKey }}>
            <RadioGroup
              name="what"
              label={t('corrections.field.what')}
              options={mistakes.map(value => ({ value, label: t(`corrections.what.${value}`) }))}
              value={typeof values.what === 'string' ? values.what : undefined}
              error={errorOf('what')}
            />
            <TextArea
              name="words"
              label={t('corrections.field.words')}
              hint={t('corrections.field.wordsHint')}
              value={typeof values.words === 'string' ? values.words : ''}
              error={errorOf('words')}
              maxlength={500}
              rows={3}
            />
            <Button kind="primary" block>
              {t('corrections.send')}
            </Button>
          </Form>
        </>
      )}
    </Stack>
  )
}
