import {
  Button,
  CheckboxGroup,
  Cluster,
  ConfirmButton,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Section,
  Stack,
  Tag,
  TextField,
} from '../../../platform/design/index.ts'
import type { FormProblems } from '../../../platform/web/form.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { Child } from '../../party.ts'
import { paths } from '../../paths.ts'
import type { Registration } from '../../registration.ts'
import type { Guardian } from '../../store/guardians.ts'

type Props = {
  registration: Registration
  guardians: readonly Guardian[]
  children: readonly (Child & { id: string })[]
  typed: { called: string | undefined; children: readonly string[] }
  problems: FormProblems
  renderingKey: string
  news: 'shut-out' | 'chosen' | undefined
  wording: Wording
}

/** Who else sees which children of a registration; keys are given and taken here alone. */
export const GuardiansPage = ({ registration, guardians, problems, news, wording, ...props }: Props) => {
  const { t, language } = wording
  const address = paths.act(language, registration.id, 'guardians')
  const errors = Object.fromEntries(
    Object.keys(problems).map(field => [field, t(sentences[field] ?? 'registration.guardians.noneChosen')]),
  )
  return (
    <Stack gap="large">
      <LoneLink href={paths.list(language, registration.intakeId)}>{t('registration.paper.back')}</LoneLink>
      {news && <Notice announce tone="success" title={t(`registration.guardians.news.${news}`)} />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={Object.entries(errors).map(([field, message]) => ({
          ...{ field: field === 'renderingKey' ? 'main' : field, message },
        }))}
      />
      <p>
        {t('registration.guardians.of')} <bdi>{registration.household.called}</bdi>
      </p>
      <p>{t('registration.guardians.means')}</p>
      <p>{t('registration.guardians.danger')}</p>
      {guardians.map(guardian => (
        <OneGuardian {...{ guardian, address, errors, wording }} children={props.children} />
      ))}
      {props.children.length > 0 ? (
        <AddForm
          {...{ address, errors, wording, typed: props.typed, renderingKey: props.renderingKey }}
          children={props.children}
        />
      ) : (
        <Notice tone="info" title={t('registration.guardians.noChildren')} />
      )}
    </Stack>
  )
}

const sentences: Partial<Record<string, 'registration.problem.name' | 'registration.problem.stale'>> = {
  ...{ called: 'registration.problem.name', renderingKey: 'registration.problem.stale' },
}

type PartProps = Pick<Props, 'children' | 'wording'> & { address: string; errors: Record<string, string> }

const OneGuardian = ({
  guardian: { id, called, addedAt, childIds, hasKeys },
  children,
  address,
  errors,
  wording,
}: PartProps & { guardian: Guardian }) => {
  const { t } = wording
  const seen = children.filter(child => childIds.includes(child.id)).map(({ firstName }) => firstName)
  const field = `children-${id}`
  const sees = seen.length > 0 ? t('registration.guardians.sees', { names: wording.list(seen) }) : ''
  return (
    <Section title={<bdi>{called}</bdi>}>
      <Stack>
        <p>
          {wording.joined([
            sees || t('registration.guardians.seesNobody'),
            t('registration.guardians.since', { when: wording.moment(addedAt) }),
          ])}{' '}
          {!hasKeys && <Tag icon="warning" tone="warning" label={t('registration.guardians.rests')} />}
        </p>
        <details open={errors[field] !== undefined}>
          <summary>
            {t('registration.guardians.which')}
            <span class="kern-sr-only">: {called}</span>
          </summary>
          <Form action={`${address}/children`} carry={{ guardian: id }}>
            <ChildrenField id={field} values={childIds} {...{ children, errors, wording }} />
            <Button>{t('registration.change.save')}</Button>
          </Form>
        </details>
        <Cluster>
          <ConfirmButton small kind="quiet" action={`${address}/keys`} fields={{ guardian: id }}>
            {t('registration.guardians.renew')}
            <span class="kern-sr-only">: {called}</span>
          </ConfirmButton>
          <ConfirmButton small action={`${address}/shut-out`} fields={{ guardian: id }}>
            {t('registration.guardians.shutOut')}
            <span class="kern-sr-only">: {called}</span>
          </ConfirmButton>
        </Cluster>
      </Stack>
    </Section>
  )
}

const AddForm = ({
  children,
  typed,
  renderingKey,
  address,
  errors,
  wording,
}: PartProps & Pick<Props, 'typed' | 'renderingKey'>) => {
  const { t } = wording
  const [only, ...more] = children
  const values = typed.children.length === 0 && only && more.length === 0 ? [only.id] : typed.children
  return (
    <Form action={address} carry={{ renderingKey }}>
      <TextField
        name="called"
        label={t('registration.guardians.called')}
        hint={t('registration.guardians.calledHint')}
        value={typed.called}
        error={errors.called}
        autocomplete="off"
        maxlength={80}
      />
      <ChildrenField id="children" {...{ children, values, errors, wording }} />
      <Button kind="primary">{t('registration.guardians.add')}</Button>
    </Form>
  )
}

const ChildrenField = ({
  id,
  children,
  values,
  errors,
  wording: { t },
}: Omit<PartProps, 'address'> & { id: string; values: readonly string[] }) => (
  <CheckboxGroup
    name="children[]"
    id={id}
    label={t('registration.guardians.which')}
    hint={t('registration.guardians.whichHint')}
    error={errors[id]}
    values={[...values]}
    options={children.map(child => ({ value: child.id, label: child.firstName }))}
  />
)
