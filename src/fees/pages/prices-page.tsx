import {
  Board,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Box } from '../read-fees.ts'
import { faultsOf, type Said } from './said.ts'

type Props = {
  box: Pick<Box, 'centre' | 'priced'>
  isNew: boolean
  sent: { offerId: string; typed: FormValues; errors: Said } | undefined
  wording: Wording
}

/** The lesser price of everything that costs something. */
export const PricesPage = ({ box: { centre, priced }, isNew, sent, wording }: Props) => {
  const { t, language, euros } = wording
  if (priced.length === 0)
    return (
      <EmptyState icon="free" title={t('fees.prices.none')}>
        {t('fees.prices.noneNext')}
      </EmptyState>
    )
  return (
    <Stack gap="large">
      {isNew && <Notice tone="success" title={t('fees.news.price')} announce />}
      <ErrorSummary
        title={t('fees.mend')}
        faults={faultsOf(sent?.errors ?? {}, { reduced: `reduced-${sent?.offerId}` })}
      />
      <p>{t('fees.prices.hint')}</p>
      <Board>
        {priced.map(offer => {
          const mine = sent?.offerId === offer.id ? sent : undefined
          const stored = offer.reducedCents === null ? '' : eurosOf(offer.reducedCents)
          return (
            <Card title={<bdi>{offer.title}</bdi>}>
              <p>{t(`programme.price.${offer.pricePer}`, { amount: euros(offer.priceCents) })}</p>
              <Form action={paths.prices(language, centre.slug)} carry={{ offer: offer.id }}>
                <TextField
                  name="reduced"
                  id={`reduced-${offer.id}`}
                  label={t('fees.field.reduced')}
                  inputmode="decimal"
                  short
                  value={typedIn(mine?.typed, 'reduced') ?? stored}
                  error={mine?.errors.reduced}
                />
                <Button>{t('fees.prices.keep')}</Button>
              </Form>
            </Card>
          )
        })}
      </Board>
    </Stack>
  )
}
