import { Button, Form, LoneLink, Notice, Stack } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'

type Props = { isRefused: boolean; link: string; wording: Wording }

/** Out of a reminder: no more of them, with one press, and back again with another. */
export const NoRemindersPage = ({ isRefused, link, wording: { t, language } }: Props) => (
  <Stack>
    <h1>{t('registration.noReminders.title')}</h1>
    {isRefused && <Notice announce tone="success" title={t('registration.noReminders.done')} />}
    <p>{t(isRefused ? 'registration.noReminders.stillTold' : 'registration.noReminders.sure')}</p>
    <Form action={paths.noReminders(language, link)}>
      {isRefused ? (
        <Button name="reminders" value="again">
          {t('registration.noReminders.again')}
        </Button>
      ) : (
        <Button kind="primary">{t('registration.noReminders.stop')}</Button>
      )}
    </Form>
    <LoneLink href={paths.manage(language, link)}>{t('registration.noReminders.toMine')}</LoneLink>
  </Stack>
)
