import { forEveryone, forRoles, nobodysDesk, type Page, type PageRoutes } from '../../identity/index.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { parseForm } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { showPrivately } from '../../platform/web/show-privately.ts'
import { directionOf } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { deskOfLink } from '../show.ts'
import { NoRemindersPage } from './pages/no-reminders-page.tsx'
import { ReminderPage } from './pages/reminder-page.tsx'
import { refuseReminders, refusesReminders } from './refuse-reminders.ts'
import { reminderForm } from './reminder-form.ts'
import { readReminder, setReminder } from './set-reminder.ts'

/** How early an offer reminds its families, and where a family refuses that. */
export const reminderRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/reminder', forLeads, c => showReminder(c))

  routes.post('/staff/programme/:slug/reminder', forLeads, async c => {
    const typed = parseForm(await c.req.formData(), reminderForm)
    if (!typed.ok) return showReminder(c, true)
    const slug = slugFrom(c.req.param('slug'))
    await setReminder(c.var.context, slug, typed.value.hours)
    return c.redirect(`${paths.reminder(c.var.wording.language, slug)}?done=saved`, 303)
  })

  routes.get('/my/:link/no-reminders', forEveryone, async c => {
    const { desk, registrationId } = await atLink(c)
    return showRefusal(c, await refusesReminders(desk, registrationId))
  })

  // Mail programs send this by themselves, in one step that must not lead elsewhere (RFC 8058).
  routes.post('/my/:link/no-reminders', forEveryone, async c => {
    const { desk, registrationId } = await atLink(c)
    const form = await c.req.formData()
    await refuseReminders(desk, registrationId, form.get('reminders') !== 'again')
    if (form.has('List-Unsubscribe')) return showRefusal(c, true)
    return c.redirect(paths.noReminders(c.var.wording.language, c.req.param('link')), 303)
  })
}

type AtLink = Page<'/my/:link/no-reminders'>

const atLink = async (c: AtLink) => {
  const found = orNotFound(await deskOfLink(c.var.atDesk(nobodysDesk), c.req.param('link')))
  return { desk: c.var.atDesk(found), registrationId: found.registrationId }
}

const showRefusal = (c: AtLink, isRefused: boolean) => {
  const { wording } = c.var
  return showPrivately(c, <NoRemindersPage {...{ isRefused, wording }} link={c.req.param('link')} />, {
    title: wording.t('registration.noReminders.title'),
  })
}

const showReminder = async (c: Page, isUnreadable = false) => {
  const { context, wording } = c.var
  const offer = await readReminder(context, slugFrom(c.req.param('slug')))
  if (isUnreadable) c.status(422)
  const isSaved = c.req.query('done') === 'saved'
  return c.render(<ReminderPage {...{ offer, wording, isSaved, isUnreadable }} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.reminder.title') },
    subline: (
      <bdi lang={offer.titleLanguage} dir={directionOf(offer.titleLanguage)}>
        {offer.title}
      </bdi>
    ),
  })
}
