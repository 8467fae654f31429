import {
  Button,
  Card,
  ConfirmButton,
  DateField,
  Form,
  Icon,
  Row,
  Rows,
  Stack,
  Tag,
  TextField,
} from '../../platform/design/index.ts'
import { typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { isOutdated } from '../care.ts'
import { paths } from '../paths.ts'
import type { CareOffer, ListedCertificate } from '../store.ts'
import { sentenceFor, type Typed } from './said.ts'

type Props = {
  wording: Wording
  offer: CareOffer
  certificates: readonly ListedCertificate[]
  typed: Typed | undefined
  today: Temporal.PlainDate
}

/** Whose certificate of good conduct was seen, when and by whom; never what it says. */
export const CertificateCard = ({ wording, offer, certificates, typed, today }: Props) => {
  const { t, language, fullDay } = wording
  const mine = typed?.form === 'certificate' ? typed : undefined
  const field = (name: 'name' | 'issuedOn' | 'seenOn') => ({
    ...{ name, label: t(`care.field.${name}`) },
    value: typedIn(mine?.values, name),
    error: sentenceFor(mine?.problems[name], wording),
  })
  const seenOn = field('seenOn')
  return (
    <Card title={t('care.certificate.title')}>
      <Stack>
        <p>{t('care.certificate.rule')}</p>
        <Rows>
          {certificates.map(certificate => (
            <Row
              start={<Icon name="check" />}
              title={<bdi>{certificate.name}</bdi>}
              note={
                <>
                  {t('care.certificate.issued', { day: fullDay(certificate.issuedOn) })} ·{' '}
                  {t('care.certificate.seen', { day: fullDay(certificate.seenOn) })}
                  {certificate.seenByName && (
                    <>
                      {' '}
                      (<bdi>{certificate.seenByName}</bdi>)
                    </>
                  )}{' '}
                  {isOutdated(certificate, today) && (
                    <Tag tone="warning" label={t('care.certificate.outdated')} />
                  )}
                </>
              }
              action={
                <ConfirmButton action={paths.forget(language, offer.slug, certificate.id)} kind="quiet" small>
                  {t('care.certificate.forget')}
                  <span class="kern-sr-only">
                    {' '}
                    <bdi>{certificate.name}</bdi>
                  </span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
        <Form action={paths.certificates(language, offer.slug)} label={t('care.certificate.add')}>
          <TextField {...field('name')} maxlength={120} />
          <DateField {...field('issuedOn')} />
          <DateField {...seenOn} value={seenOn.value ?? today.toString()} />
          <Button>{t('care.certificate.add')}</Button>
        </Form>
      </Stack>
    </Card>
  )
}
