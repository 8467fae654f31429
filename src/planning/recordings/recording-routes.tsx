import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { textOf } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { InLanguage } from '../../programme/index.ts'
import { staffPaths } from '../staff-paths.ts'
import { type RecordingNews, RecordingsPage, type RecordingTrouble } from './pages/recordings-page.tsx'
import { readRecordings, recordOffer, takeRecordingDown } from './record-offer.ts'

const news = ['recorded', 'taken-down'] as const satisfies readonly RecordingNews[]

/** Where a lead speaks what stands on the page of an offer. */
export const recordingRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/recordings', forLeads, c => showRecordings(c))

  routes.post('/staff/programme/:slug/recordings', forLeads, async c => {
    const form = await c.req.formData()
    const language = textOf(form, 'language') ?? ''
    const file = form.get('recording')
    const sent = file instanceof File ? await file.bytes() : new Uint8Array()
    const result = await recordOffer(c.var.context, slugFrom(c.req.param('slug')), { language, sent })
    return result.outcome === 'recorded'
      ? backTo(c, 'recorded')
      : showRecordings(c, { language, why: result.why })
  })

  routes.post('/staff/programme/:slug/recordings/take-down', forLeads, async c => {
    const language = textOf(await c.req.formData(), 'language') ?? ''
    await takeRecordingDown(c.var.context, slugFrom(c.req.param('slug')), language)
    return backTo(c, 'taken-down')
  })
}

const showRecordings = async (c: Page, trouble?: RecordingTrouble) => {
  const { context, wording } = c.var
  const { offer, texts } = await readRecordings(context, slugFrom(c.req.param('slug')))
  if (trouble) c.status(422)
  const said = trouble ? undefined : oneOf(news, c.req.query('news'))
  return c.render(<RecordingsPage {...{ offer, texts, trouble, wording }} news={said} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('programme.staff.recordings.title') },
    subline: <InLanguage spoken={{ text: offer.title, language: offer.titleLanguage }} wording={wording} />,
  })
}

const backTo = (c: Page, said: RecordingNews) =>
  c.redirect(
    `${staffPaths.recordings(c.var.context.language, slugFrom(c.req.param('slug')))}?news=${said}`,
    303,
  )
