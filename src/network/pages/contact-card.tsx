import {
  Button,
  Card,
  ConfirmButton,
  Form,
  Icon,
  PhoneButton,
  Row,
  Rows,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ContactPerson } from '../partner.ts'
import { paths } from '../paths.ts'
import type { PartnerPageProps } from './partner-page.tsx'

type Props = Pick<PartnerPageProps, 'partner' | 'contacts' | 'typed' | 'errors' | 'wording'>

/** Whom the team may ring at a partner, until when she is kept, and somebody new. */
export const ContactCard = ({ partner, contacts, typed, errors, wording }: Props) => {
  const { t, language } = wording
  const field = (name: 'contactName' | 'role' | 'phone' | 'email') => ({
    ...{ name, label: t(`network.contact.${name}`) },
    ...{ value: typedIn(typed, name), error: errors[name] },
  })
  return (
    <Card title={t('network.contact.title')}>
      <Stack>
        <p>{t('network.contact.hint')}</p>
        <Rows>
          {contacts.map(contact => (
            <Row
              start={<Icon name="people" />}
              title={<bdi>{contact.name}</bdi>}
              note={<ContactNote contact={contact} wording={wording} />}
              action={
                <ConfirmButton
                  action={paths.takeOutContact(language, partner.id, contact.id)}
                  kind="quiet"
                  small
                >
                  {t('network.takeOut')}
                  <span class="kern-sr-only">
                    {' '}
                    <bdi>{contact.name}</bdi>
                  </span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
        <Form action={paths.addContact(language, partner.id)} label={t('network.contact.add')}>
          <TextField {...field('contactName')} maxlength={120} />
          <TextField {...field('role')} maxlength={120} />
          <TextField {...field('phone')} type="tel" maxlength={40} />
          <TextField {...field('email')} type="email" maxlength={254} />
          <Button>{t('network.contact.add')}</Button>
        </Form>
      </Stack>
    </Card>
  )
}

const ContactNote = ({
  contact: { role, phone, email, deleteOn },
  wording: { t, fullDay },
}: {
  contact: ContactPerson
  wording: Wording
}) => (
  <>
    {role && (
      <>
        <bdi>{role}</bdi> ·{' '}
      </>
    )}
    {t('network.contact.until', { day: fullDay(deleteOn) })}
    {phone && (
      <>
        {' '}
        <PhoneButton number={phone} />
      </>
    )}
    {email && (
      <>
        {' '}
        <a class="lone-link" href={`mailto:${email}`}>
          <bdi dir="ltr">{email}</bdi>
        </a>
      </>
    )}
  </>
)
