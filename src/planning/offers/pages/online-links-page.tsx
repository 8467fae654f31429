import {
  Button,
  ConfirmButton,
  ErrorSummary,
  Form,
  Icon,
  Notice,
  Row,
  Rows,
  Section,
  SelectField,
  Stack,
  TextField,
} from '../../../platform/design/index.ts'
import { faultsOf, fieldsOf, type StepProps } from '../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { OnlineLink } from '../store/online-links.ts'
import type { StaffOffer, StaffSession } from '../store/staff-offers.ts'

type Props = StepProps & {
  offer: StaffOffer
  links: readonly OnlineLink[]
  /** The next dates; each may have a link of its own. */
  dates: readonly StaffSession[]
  isSaved: boolean
}

/** Where an online offer is held: one link for all dates, or another one for some of them. */
export const OnlineLinksPage = ({ offer, links, dates, isSaved, ...typed }: Props) => {
  const { wording } = typed
  const { t, language, day } = wording
  const { text } = fieldsOf(typed)
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf(typed)} />
      {isSaved && <Notice tone="success" title={t('programme.staff.online.saved')} announce />}
      {offer.registration === 'none' && (
        <Notice tone="warning" title={t('programme.staff.online.nobody')}>
          {t('programme.staff.online.nobodyHint')}
        </Notice>
      )}
      {links.length > 0 && (
        <Section title={t('programme.staff.online.kept')}>
          <Rows>
            {links.map(link => (
              <Row
                start={<Icon name="online" />}
                title={link.heldOn ? day(link.heldOn) : t('programme.staff.online.all')}
                note={<bdi dir="ltr">{link.address}</bdi>}
                action={
                  <ConfirmButton
                    small
                    kind="quiet"
                    action={staffPaths.online(language, offer.slug)}
                    fields={{ sessionId: link.sessionId ?? '' }}
                  >
                    {t('programme.staff.online.remove')}
                  </ConfirmButton>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      <Form action={staffPaths.online(language, offer.slug)}>
        <TextField
          {...text('address')}
          type="url"
          label={t('programme.staff.field.address')}
          hint={t('programme.staff.online.hint')}
          autocomplete="off"
          maxlength={500}
        />
        <SelectField
          {...text('sessionId')}
          label={t('programme.staff.field.sessionId')}
          empty={t('programme.staff.online.all')}
          options={dates.map(({ id, heldOn }) => ({ value: id, label: day(heldOn) }))}
        />
        <Button kind="primary">{t('programme.staff.online.save')}</Button>
      </Form>
      <p>
        <a href={staffPaths.offer(language, offer.slug)}>{t('programme.staff.online.back')}</a>
      </p>
    </Stack>
  )
}
