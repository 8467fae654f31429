import { ledCentre, ledCentres } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { finishTask } from './finish-task.ts'
import { doneForm, meetingForm, taskForm } from './forms.ts'
import { giveTask } from './give-task.ts'
import { changeMeeting, holdMeeting } from './hold-meeting.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { MeetingsPage } from './pages/meetings-page.tsx'
import { NewMeetingPage } from './pages/new-meeting-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { listMeetings, readMeeting } from './read-network.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'network' } as const
const news = ['entered', 'given', 'ticked'] as const

/** The meetings of the network, what was decided there and who does it. */
export const meetingRoutes = (routes: PageRoutes) => {
  routes.get('/staff/network/meetings', forTeam, async c => {
    const { context, wording } = c.var
    return c.render(<MeetingsPage meetings={await listMeetings(context)} wording={wording} />, {
      ...{ ...frame, title: wording.t('network.meetings.title') },
      actions: (
        <LinkButton href={paths.newMeeting(context.language)} kind="primary">
          {wording.t('network.meetings.add')}
        </LinkButton>
      ),
    })
  })

  routes.get('/staff/network/meetings/new', forTeam, c => showNew(c))

  routes.post('/staff/network/meetings/new', forTeam, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, meetingForm)
    if (!parsed.ok) return showNew(c, parsed.values, parsed.problems)
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const done = await holdMeeting(context, centre, parsed.value)
    if (done.outcome !== 'entered') return showNew(c, valuesOf(form), { heldOn: done.outcome })
    return c.redirect(`${paths.meeting(context.language, done.id)}?news=entered`, 303)
  })

  routes.get('/staff/network/meetings/:id', forTeam, c => showMeeting(c))

  routes.post('/staff/network/meetings/:id', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, meetingForm)
    if (!parsed.ok) return showMeeting(c, parsed.values, parsed.problems)
    const { outcome } = await changeMeeting(c.var.context, idOf(c), parsed.value)
    return outcome === 'entered' ? back(c, 'entered') : showMeeting(c, valuesOf(form), { heldOn: outcome })
  })

  routes.post('/staff/network/meetings/:id/tasks', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, taskForm)
    if (!parsed.ok) return showMeeting(c, parsed.values, parsed.problems)
    const { outcome } = await giveTask(c.var.context, idOf(c), parsed.value)
    return outcome === 'given' ? back(c, 'given') : showMeeting(c, valuesOf(form), { words: outcome })
  })

  routes.post('/staff/network/meetings/:id/tasks/:taskId', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), doneForm)
    const isDone = parsed.ok && parsed.value.done === 'yes'
    await finishTask(c.var.context, {
      ...{ meetingId: idOf(c), taskId: idFrom(c.req.param('taskId')), isDone },
    })
    return back(c, 'ticked')
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const back = (c: Page, what: (typeof news)[number]) =>
  c.redirect(`${paths.meeting(c.var.context.language, idOf(c))}?news=${what}`, 303)

const showNew = async (c: Page, typed: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording) }
  return c.render(<NewMeetingPage centres={await ledCentres(context)} {...form} wording={wording} />, {
    ...{ ...frame, title: wording.t('network.meetings.add') },
  })
}

const showMeeting = async (c: Page, typed?: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const shown = await readMeeting(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), what: oneOf(news, c.req.query('news')) }
  const title = wording.t('network.meeting.title', { day: wording.fullDay(shown.meeting.heldOn) })
  return c.render(<MeetingPage {...{ ...shown, ...form, wording }} today={todayIn(context)} />, {
    ...{ ...frame, title },
  })
}
