import {
  Button,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  Notice,
  NumberField,
  RadioGroup,
  SelectField,
  Stack,
  TextField,
  TimeField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { BookOutcome } from '../book-room.ts'
import { paths } from '../paths.ts'
import { rhythms } from '../rhythm.ts'
import { nameOf, type Room } from '../room.ts'
import { ConflictList, Instead } from './conflict-list.tsx'
import { faultsOf, type Said } from './said.ts'

export type TakenOutcome = Extract<BookOutcome, { outcome: 'taken' }>

type Props = {
  rooms: readonly Room[]
  values: FormValues
  errors: Said
  /** What stood in the way of what was typed. */
  taken?: TakenOutcome | 'just-taken' | undefined
  timeZone: string
  wording: Wording
}

/** A room for the team or out of use; where it is taken, what is in the way and what could be had instead. */
export const BookPage = ({ rooms, values, errors, taken, timeZone, wording }: Props) => {
  const { t, language } = wording
  const labels = {
    ...{ room: t('rooms.book.room'), title: t('rooms.book.title'), firstOn: t('rooms.book.firstOn') },
    ...{ starts: t('rooms.book.starts'), ends: t('rooms.book.ends'), lastOn: t('rooms.book.lastOn') },
  }
  const bind = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], value: typedIn(values, name), error: errors[name] },
  })
  return (
    <Stack gap="large">
      <ErrorSummary title={t('rooms.mend')} faults={faultsOf(errors, labels)} />
      {taken === 'just-taken' && <Notice announce tone="danger" title={t('rooms.book.justTaken')} />}
      {taken && taken !== 'just-taken' && (
        <Notice
          announce
          tone="warning"
          title={t('rooms.book.taken', { count: taken.conflicts.length, dates: taken.dates })}
        >
          <ConflictList conflicts={taken.conflicts} {...{ rooms, timeZone, wording }} />
          <Instead alternatives={taken.alternatives} {...{ values, wording }} />
        </Notice>
      )}
      <Form action={paths.book(language)}>
        <SelectField
          {...bind('room')}
          options={rooms.map(({ id, texts }) => ({ value: id, label: nameOf(texts, language) }))}
        />
        <RadioGroup
          name="kind"
          label={t('rooms.book.kind')}
          value={typedIn(values, 'kind') ?? 'own'}
          error={errors.kind}
          options={(['own', 'blocked'] as const).map(value => ({
            value,
            label: t(`rooms.book.kinds.${value}`),
          }))}
        />
        <TextField
          {...bind('title')}
          hint={t('rooms.book.titleHint')}
          optional={t('rooms.optional')}
          maxlength={120}
        />
        <DateField {...bind('firstOn')} />
        <TimeField {...bind('starts')} />
        <TimeField {...bind('ends')} />
        <RadioGroup
          name="rhythm"
          label={t('rooms.book.rhythm')}
          value={typedIn(values, 'rhythm') ?? 'once'}
          error={errors.rhythm}
          options={rhythms.map(value => ({ value, label: t(`rooms.rhythm.${value}`) }))}
        />
        <DateField {...bind('lastOn')} hint={t('rooms.book.lastOnHint')} optional={t('rooms.optional')} />
        <SetUpFields {...{ values, errors, wording }} />
        <Cluster>
          <Button kind="primary" name="do" value="book">
            {t('rooms.book.do')}
          </Button>
          {taken && taken !== 'just-taken' && taken.conflicts.length < taken.dates && (
            <Button name="do" value="skip">
              {t('rooms.book.skip', { count: taken.dates - taken.conflicts.length })}
            </Button>
          )}
        </Cluster>
      </Form>
    </Stack>
  )
}

/** Minutes before and after; folded away while they are nought. */
export const SetUpFields = ({ values, errors, wording }: Pick<Props, 'values' | 'errors' | 'wording'>) => {
  const bind = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  const isUsed = ['minutesBefore', 'minutesAfter'].some(
    name => !['', '0'].includes(typedIn(values, name) ?? ''),
  )
  return (
    <details open={isUsed}>
      <summary>{wording.t('rooms.field.setUp')}</summary>
      <NumberField {...bind('minutesBefore')} label={wording.t('rooms.field.before')} min={0} />
      <NumberField {...bind('minutesAfter')} label={wording.t('rooms.field.after')} min={0} />
    </details>
  )
}
