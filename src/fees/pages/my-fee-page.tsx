import { Button, Cluster, Form, LinkButton, Notice, RadioGroup, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { OfferTitle, RegistrationDataNotice, type RegistrationView } from '../../registration/index.ts'
import { centsAt, levelsOf, type Price } from '../fee.ts'
import type { Payer } from '../read-fees.ts'

type Props = {
  view: RegistrationView
  payer: Payer
  /** The personal address of the registration, and that of this page. */
  back: string
  address: string
  isNew: boolean
  error: string | undefined
  wording: Wording
}

/** What a family pays: she says it, nobody asks why, and her place stays hers. */
export const MyFeePage = ({ view, payer, back, address, isNew, error, wording }: Props) => {
  const { t, euros } = wording
  return (
    <Stack gap="large">
      <h1>{t('fees.mine.title')}</h1>
      <p>
        <OfferTitle view={view} wording={wording} />
      </p>
      {isNew && <Notice tone="success" title={t('fees.mine.kept')} announce />}
      <Form action={address}>
        <RadioGroup
          name="level"
          label={t('fees.mine.question')}
          hint={t('fees.mine.hint')}
          error={error}
          value={payer.level}
          options={levelsOf(payer).map(level => ({
            value: level,
            label:
              level === 'waived'
                ? t('fees.level.waived')
                : t(`fees.level.${level}`, { amount: perPlace(centsAt(level, payer), payer, wording) }),
          }))}
        />
        <Button kind="primary">{t('fees.mine.keep')}</Button>
      </Form>
      <p>
        {payer.dueCents > 0 ? t('fees.mine.due', { amount: euros(payer.dueCents) }) : t('fees.mine.nothing')}
      </p>
      <p>{t('fees.mine.papers')}</p>
      <Cluster>
        <LinkButton href={back}>{t('fees.mine.back')}</LinkButton>
      </Cluster>
      <RegistrationDataNotice view={view} wording={wording} />
    </Stack>
  )
}

/** 5,50 € for each date, for the course or for the family, as the page of the offer says it. */
const perPlace = (priceCents: number, { pricePer }: Price, { t, euros }: Wording) =>
  t(`programme.price.${pricePer}`, { amount: euros(priceCents) })
