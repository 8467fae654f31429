import type { LedCentre } from '../../centres/index.ts'
import {
  Board,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  Row,
  RowCount,
  Rows,
  SelectField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Box } from '../read-fees.ts'
import { LinesTable } from './lines-table.tsx'
import { faultsOf, type Said } from './said.ts'

export const boxNews = ['paid', 'given-back', 'moved', 'counted', 'over', 'short'] as const

/** Which of the forms of the page was sent and has to be mended. */
export type BoxForm = 'take' | 'move' | 'count'

type Props = {
  box: Box
  news: (typeof boxNews)[number] | undefined
  /** What was typed, and into which form. */
  sent: { form: BoxForm; typed: FormValues; errors: Said } | undefined
  /** Made for this rendering, so that a double click is one line. */
  keyFor: () => string
  wording: Wording
}

/** The box of a centre: what lies in it, who brings money soon, what came since it was counted. */
export const BoxPage = (props: Props) => {
  const { box, news, sent, wording } = props
  const { t, language, euros } = wording
  return (
    <Stack gap="large">
      {news && (
        <Notice tone={news === 'short' ? 'warning' : 'success'} title={t(`fees.news.${news}`)} announce />
      )}
      <ErrorSummary
        title={t('fees.mend')}
        faults={faultsOf(sent?.errors ?? {}, sent?.form === 'move' ? { amount: 'moved' } : {})}
      />
      <p>
        {t('fees.box.balance')} <b>{euros(box.balanceCents)}</b>
      </p>
      <Card title={t('fees.box.dates')}>
        {box.dates.length === 0 ? <p>{t('fees.box.noDates')}</p> : <Dates {...props} />}
      </Card>
      <Board>
        {box.priced.length > 0 && <Take {...props} />}
        <Count {...props} />
        <Move {...props} />
      </Board>
      {box.lines.length === 0 ? (
        <EmptyState icon="price" title={t('fees.box.noLines')}>
          {t('fees.box.noLinesNext')}
        </EmptyState>
      ) : (
        <LinesTable caption={t('fees.box.lines')} lines={box.lines} isOpen wording={wording} />
      )}
      {box.sheets.length > 0 && (
        <Card title={t('fees.box.sheets')}>
          <Sheets sheets={box.sheets} centre={box.centre} wording={wording} />
        </Card>
      )}
      <p>
        <LinkButton href={paths.prices(language, box.centre.slug)}>{t('fees.prices.title')}</LinkButton>
      </p>
    </Stack>
  )
}

const Dates = ({ box, wording: { t, language, moment } }: Props) => (
  <Rows>
    {box.dates.map(({ intakeId, title, startsAt, isCourse, families }) => (
      <Row
        start={<RowCount>{families}</RowCount>}
        title={<bdi>{title}</bdi>}
        note={isCourse ? t('fees.box.courseFrom', { when: moment(startsAt) }) : moment(startsAt)}
        action={<a href={paths.payers(language, intakeId)}>{t('fees.box.take')}</a>}
      />
    ))}
  </Rows>
)

const fieldOf = ({ sent }: Props, form: BoxForm) => ({
  typed: (name: string) => (sent?.form === form ? typedIn(sent.typed, name) : undefined),
  error: (name: string) => (sent?.form === form ? sent.errors[name] : undefined),
})

const Take = (props: Props) => {
  const { box, keyFor, wording } = props
  const { t, language, euros } = wording
  const { typed, error } = fieldOf(props, 'take')
  return (
    <Card title={t('fees.take.title')}>
      <Form action={paths.take(language, box.centre.slug)} carry={{ renderingKey: keyFor() }}>
        <SelectField
          name="offer"
          label={t('fees.field.offer')}
          value={typed('offer')}
          error={error('offer')}
          options={box.priced.map(({ id, title, priceCents }) => ({
            ...{ value: id, label: `${title} (${euros(priceCents)})`, lang: 'de' },
          }))}
        />
        <TextField
          name="amount"
          label={t('fees.field.amount')}
          inputmode="decimal"
          short
          value={typed('amount')}
          error={error('amount')}
        />
        <Button kind="primary">{t('fees.take.do')}</Button>
      </Form>
    </Card>
  )
}

const Move = (props: Props) => {
  const { box, keyFor, wording } = props
  const { t, language } = wording
  const { typed, error } = fieldOf(props, 'move')
  return (
    <Card title={t('fees.move.title')}>
      <Form action={paths.move(language, box.centre.slug)} carry={{ renderingKey: keyFor() }}>
        <RadioGroup
          name="kind"
          label={t('fees.field.kind')}
          value={typed('kind') ?? 'taken-out'}
          error={error('kind')}
          options={(['taken-out', 'put-in'] as const).map(value => ({
            value,
            label: t(`fees.kind.${value}`),
          }))}
        />
        <TextField
          name="amount"
          id="moved"
          label={t('fees.field.amount')}
          inputmode="decimal"
          short
          value={typed('amount')}
          error={error('amount')}
        />
        <TextField
          name="words"
          label={t('fees.field.words')}
          hint={t('fees.field.wordsHint')}
          maxlength={200}
          value={typed('words')}
          error={error('words')}
        />
        <Button>{t('fees.move.do')}</Button>
      </Form>
    </Card>
  )
}

const Count = (props: Props) => {
  const { box, keyFor, wording } = props
  const { t, language, euros } = wording
  const { typed, error } = fieldOf(props, 'count')
  return (
    <Card title={t('fees.count.title')}>
      <p>{t('fees.count.hint', { amount: euros(box.balanceCents) })}</p>
      <Form action={paths.count(language, box.centre.slug)} carry={{ renderingKey: keyFor() }}>
        <TextField
          name="counted"
          label={t('fees.field.counted')}
          inputmode="decimal"
          short
          value={typed('counted')}
          error={error('counted')}
        />
        <Button>{t('fees.count.do')}</Button>
      </Form>
    </Card>
  )
}

/** The signed day sheets, the last one first. */
export const Sheets = ({
  sheets,
  centre,
  wording: { t, language, euros, fullDay },
}: {
  sheets: Box['sheets']
  centre: Pick<LedCentre, 'slug'>
  wording: Wording
}) => (
  <Rows>
    {sheets.map(({ number, countedOn, countedCents, expectedCents }) => (
      <Row
        start={<RowCount>{number}</RowCount>}
        title={fullDay(countedOn)}
        note={[
          euros(countedCents),
          countedCents === expectedCents
            ? ''
            : t('fees.sheet.difference', { amount: euros(countedCents - expectedCents) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        action={<a href={paths.sheet(language, centre.slug, number)}>{t('fees.sheet.open')}</a>}
      />
    ))}
  </Rows>
)
