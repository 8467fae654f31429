import { Button, EmptyState, ErrorSummary, Form, Stack } from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Kit, nameOf } from '../kit.ts'
import { paths } from '../paths.ts'
import type { Round } from '../round.ts'
import { RequestFields } from './request-fields.tsx'
import { faultsOf, type Said } from './said.ts'

type Props = {
  round: Round
  kits: readonly Kit[]
  values: FormValues
  errors: Said
  renderingKey: string
  wording: Wording
}

/** The team writes down who calls or comes by. */
export const EnterPage = ({ round, kits, values, errors, renderingKey, wording }: Props) => {
  const { t, language } = wording
  const left = kits
    .filter(({ isOffered, stock }) => isOffered && stock > 0)
    .map(kit => ({
      ...{ id: kit.id, left: kit.stock, name: nameOf(kit, language) },
      language: kit.texts[language] ? language : 'de',
    }))
  if (left.length === 0)
    return (
      <EmptyState icon="give" title={t('doorstep.enter.noKits')}>
        {t('doorstep.enter.noKitsNext')}
      </EmptyState>
    )
  return (
    <Stack>
      <ErrorSummary title={t('doorstep.ask.mend')} faults={faultsOf(errors)} />
      <Form action={paths.enter(language, round.id)} carry={{ renderingKey }}>
        <RequestFields {...{ kits: left, values, errors, wording }} />
        <Button kind="primary">{t('doorstep.enter.save')}</Button>
      </Form>
    </Stack>
  )
}
