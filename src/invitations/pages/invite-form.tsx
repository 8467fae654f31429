import { paths as networkPaths } from '../../network/index.ts'
import {
  Button,
  CheckboxField,
  FieldGroup,
  Form,
  LinkButton,
  NumberField,
  SelectField,
  TextField,
  TimeField,
} from '../../platform/design/index.ts'
import { typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../../programme/index.ts'
import { mostSheets, tearOffsOfSheet } from '../invitation.ts'
import { paths } from '../paths.ts'
import type { InvitationsPageProps } from './invitations-page.tsx'

type Props = Pick<InvitationsPageProps, 'centre' | 'partners' | 'dates' | 'typed' | 'errors' | 'wording'>

/** Who hands it on, who expects the family, and when. */
export const InviteForm = ({ centre, partners, dates, typed, errors, wording }: Props) => {
  const { t, language } = wording
  if (partners.length === 0)
    return (
      <>
        <p>{t('invitations.make.noPartner')}</p>
        <LinkButton href={networkPaths.newPartner(language)}>{t('invitations.make.toNetwork')}</LinkButton>
      </>
    )
  const value = (name: string) => typedIn(typed, name)
  return (
    <Form action={paths.list(language)} carry={{ centre: centre.slug }}>
      <SelectField
        name="partner"
        label={t('invitations.make.partner')}
        hint={t('invitations.make.partnerHint')}
        value={value('partner')}
        error={errors.partner}
        empty=""
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="called"
        label={t('invitations.make.called')}
        hint={t('invitations.make.calledHint')}
        value={value('called')}
        error={errors.called}
        maxlength={40}
        autocomplete="off"
      />
      <CheckboxField
        name="agreed"
        label={t('invitations.make.agreed')}
        checked={value('agreed') === 'yes'}
        error={errors.agreed}
      />
      <SelectField
        name="session"
        label={t('invitations.make.date')}
        value={value('session')}
        error={errors.session}
        empty={t('invitations.make.noDate')}
        options={dates.flatMap(entry => dateOption(entry, wording))}
      />
      <FieldGroup name="open-time" label={t('invitations.make.openTime')} horizontal>
        <SelectField
          name="weekday"
          label={t('invitations.make.weekday')}
          value={value('weekday')}
          error={errors.weekday}
          empty=""
          options={[1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: wording.weekday(day) }))}
        />
        <TimeField
          name="starts"
          label={t('invitations.make.starts')}
          value={value('starts')}
          error={errors.starts}
        />
      </FieldGroup>
      <NumberField
        name="sheets"
        label={t('invitations.make.sheets')}
        hint={t('invitations.make.sheetsHint', { count: tearOffsOfSheet })}
        value={value('sheets') ?? 1}
        error={errors.sheets}
        min={1}
        max={mostSheets}
      />
      <Button kind="primary">{t('invitations.make.button')}</Button>
    </Form>
  )
}

const dateOption = ({ session, title }: Entry, wording: Wording) =>
  session
    ? [
        {
          value: session.id,
          label: wording.joined([wording.shortDay(session.heldOn), wording.time(session.starts), title.text]),
        },
      ]
    : []
