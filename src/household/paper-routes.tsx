import { listCentres } from '../centres/index.ts'
import { confirmAttending } from '../fees/index.ts'
import { forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { makePrivatePdf, type Sheet } from '../platform/pdf/make-pdf.ts'
import { orNotFound } from '../platform/refusals.ts'
import { registrationSheet } from '../print/index.ts'
import { isLive, paths as registrationPaths, showRegistration } from '../registration/index.ts'
import { findRegistrations } from './read-page.ts'

/** The papers of a family: each registration to be shown, and the confirmation of what costs something. */
export const paperRoutes = (routes: PageRoutes) => {
  routes.get('/my/:link/family/papers/:registration/confirmation.pdf', forEveryone, async c => {
    const { desk, registrationId } = await atOne(c)
    return send(c, await confirmAttending(desk, registrationId), 'bildung-und-teilhabe')
  })

  routes.get('/my/:link/family/papers/:registration/registration.pdf', forEveryone, async c => {
    const { origin, wording, context } = c.var
    const { desk, registrationId } = await atOne(c)
    const shown = await showRegistration(desk, registrationId)
    const view = orNotFound(isLive(shown.registration.state) ? shown : undefined)
    const centre = (await listCentres(context)).find(({ slug }) => slug === view.names.centreSlug)
    const sheet = registrationSheet({
      ...{ view, colour: centre?.colour ?? '', today: todayIn(context), wording },
      address: origin + registrationPaths.findByCode(wording.language),
    })
    return send(c, sheet, view.intake.offerSlug)
  })
}

/** One of the registrations on the page of a link. */
const atOne = async (c: Page) => {
  const wanted = c.req.param('registration')
  const page = await findRegistrations(c.var.atDesk, c.req.param('link') ?? '')
  const one = orNotFound(page.find(({ registrationId }) => registrationId === wanted))
  return { desk: c.var.atDesk(one), registrationId: one.registrationId }
}

const send = async (c: Page, sheet: Sheet, name: string) => {
  const pdf = await makePrivatePdf(sheet)
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    ...{ 'content-type': 'application/pdf', 'cache-control': 'no-store' },
    'content-disposition': `inline; filename="${name}.pdf"`,
  })
}
