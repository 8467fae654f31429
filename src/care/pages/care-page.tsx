import {
  Button,
  Card,
  Columns,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  NumberField,
  RadioGroup,
  Stack,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CareDecision, carersNeeded, type Lack, permits, validCertificates } from '../care.ts'
import { paths } from '../paths.ts'
import type { CareOffer, ListedCertificate } from '../store.ts'
import { CertificateCard } from './certificate-card.tsx'
import { faultsOf, sentenceFor, type Typed } from './said.ts'

type Props = {
  wording: Wording
  offer: CareOffer
  decision: CareDecision | undefined
  certificates: readonly ListedCertificate[]
  lacks: readonly Lack[]
  /** What stands in the fields of the decision while nothing else was typed. */
  decided: FormValues
  typed: Typed | undefined
  news: 'decided' | 'noted' | 'taken-out' | 'decide-first' | undefined
  today: Temporal.PlainDate
}

/** What an offer needs at which children stay without their parents: permit, carers, certificates. */
export const CarePage = (props: Props) => {
  const { wording, offer, typed, news } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      <LoneLink href={paths.offer(language, offer.slug)}>{t('care.toOffer')}</LoneLink>
      {news && (
        <Notice
          announce
          tone={news === 'decide-first' ? 'warning' : 'success'}
          title={t(`care.news.${news}`)}
        />
      )}
      <ErrorSummary title={t('care.faults')} faults={faultsOf(typed?.problems ?? {}, wording)} />
      <Lacking {...props} />
      <Columns aside={<CertificateCard {...props} />}>
        <Card title={t('care.permit.title')}>
          <Stack>
            <p>{t('care.permit.rule')}</p>
            <p>{t('care.permit.exception')}</p>
            <p class="muted">{t('care.permit.source')}</p>
            <Decision {...props} />
          </Stack>
        </Card>
      </Columns>
    </Stack>
  )
}

/** The three things side by side, each with what is there and what is not. */
const Lacking = ({ wording, offer, decision, certificates, lacks, today }: Props) => {
  const { t, fullDay, number } = wording
  if (!decision)
    return <Notice title={t('care.undecided')}>{offer.isWithoutParents && t('care.undecidedHint')}</Notice>
  const seen = validCertificates(certificates, today).length
  const needed = carersNeeded(decision.children, offer.ageFrom)
  return (
    <Stack>
      <DescriptionList
        items={[
          {
            term: t('care.permit.title'),
            value: `${t(`care.permit.${decision.permit}`)} · ${fullDay(decision.decidedOn)}`,
          },
          {
            term: t('care.carers.title'),
            value: t('care.carers.planned', {
              ...{ count: decision.carers, children: number(decision.children) },
            }),
          },
          {
            term: t('care.certificate.title'),
            value: t('care.certificate.seenOf', { seen, carers: decision.carers }),
          },
        ]}
      />
      {lacks.includes('carers') && (
        <Notice tone="warning" title={t('care.carers.tooFew', { count: needed })}>
          {t('care.carers.source')}
        </Notice>
      )}
      {lacks.includes('certificates') && (
        <Notice tone="warning" title={t('care.certificate.tooFew')}>
          {t('care.certificate.tooFewHint')}
        </Notice>
      )}
    </Stack>
  )
}

const Decision = ({ wording, offer, decided, typed }: Props) => {
  const { t, language } = wording
  const mine = typed?.form === 'care' ? typed : undefined
  const field = (name: 'permit' | 'decidedOn' | 'children' | 'carers') => ({
    ...{ name, label: t(`care.field.${name}`) },
    value: typedIn(mine?.values ?? decided, name),
    error: sentenceFor(mine?.problems[name], wording),
  })
  return (
    <Form action={paths.care(language, offer.slug)}>
      <RadioGroup
        {...field('permit')}
        options={permits.map(value => ({ value, label: t(`care.permit.${value}`) }))}
      />
      <DateField {...field('decidedOn')} />
      <NumberField {...field('children')} min={1} max={200} />
      <NumberField {...field('carers')} hint={t('care.carers.source')} min={1} max={50} />
      <Button kind="primary">{t('care.keep')}</Button>
    </Form>
  )
}
