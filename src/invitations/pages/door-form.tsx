import { Button, ConfirmButton, FileField, Form, Stack, TextField } from '../../platform/design/index.ts'
import { typedIn } from '../../platform/web/form.ts'
import { nameOfLanguage } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { InvitationsPageProps } from './invitations-page.tsx'

type Props = Pick<InvitationsPageProps, 'centre' | 'door' | 'typed' | 'errors' | 'languages' | 'wording'>

/** What the door looks like, as a picture and in words. */
export const DoorForm = ({ centre, door, typed, errors, languages, wording }: Props) => {
  const { t, language } = wording
  const carry = { centre: centre.slug }
  return (
    <Stack>
      {door && (
        <img
          class="door-picture"
          src={paths.doorPicture(language, centre.slug)}
          alt={door.looks[language] ?? door.looks.de ?? t('invitations.door.alt')}
          width={960}
          height={540}
        />
      )}
      <Form action={paths.showDoor(language)} carry={carry} withFiles>
        <FileField
          name="picture"
          label={t('invitations.door.choose')}
          hint={t('invitations.door.hint')}
          error={errors.picture}
          accept="image/jpeg,image/png,image/webp"
        />
        {languages.map(code => {
          const name = `looks.${code}`
          return (
            <TextField
              name={name}
              label={t('invitations.door.looks', { language: nameOfLanguage(code, language) })}
              hint={code === languages[0] ? t('invitations.door.looksHint') : undefined}
              value={typedIn(typed, name) ?? door?.looks[code]}
              error={errors[name]}
              maxlength={160}
            />
          )
        })}
        <Button>{t('invitations.door.show')}</Button>
      </Form>
      {door && (
        <ConfirmButton action={paths.takeDoorDown(language)} fields={carry} kind="quiet">
          {t('invitations.door.takeDown')}
        </ConfirmButton>
      )}
    </Stack>
  )
}
