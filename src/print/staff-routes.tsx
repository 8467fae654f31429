import { paths as centrePaths, findCentre, ledCentre, listCentres, partsInUse } from '../centres/index.ts'
import { forRoles, forSignedIn, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { readTearOffs } from '../invitations/index.ts'
import { chosenIn, lettersIn, paths as outreachPaths, readLetters } from '../outreach/index.ts'
import { seasonsAround } from '../planning/index.ts'
import { makePrivatePdf } from '../platform/pdf/make-pdf.ts'
import { orNotFound } from '../platform/refusals.ts'
import { dayFrom } from '../platform/web/day.ts'
import { textOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { languages, wordingFor } from '../platform/wording/wording.ts'
import { paths as programmePaths } from '../programme/index.ts'
import { listOfSession, paths as registrationPaths, slipFor } from '../registration/index.ts'
import { readRooms } from '../rooms/index.ts'
import { attendanceSheet } from './pages/attendance-sheet.ts'
import { doorSheet } from './pages/door-sheet.ts'
import { invitationSheet } from './pages/invitation-sheet.ts'
import { lettersSheet } from './pages/letters-sheet.ts'
import { PrintPage } from './pages/print-page.tsx'
import { slipSheet } from './pages/slip-sheet.ts'
import { papers } from './pages/week-sheet.ts'
import { paths } from './paths.ts'
import { readDoor } from './read-door.ts'
import { readOffers } from './read-offers.ts'
import { weekToPrint } from './read-week.ts'

const forLeads = forRoles('centre-lead')

/** Where a lead chooses what she prints: each form comes back here and leads on to the sheet, in the language she wishes. */
export const printStaffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/sessions/:id/list.pdf', forSignedIn, async c => {
    const { context, wording, origin } = c.var
    const list = await listOfSession(context, idFrom(c.req.param('id')))
    const sender = orNotFound((await listCentres(context)).find(({ id }) => id === list.intake.centreId))
    const address = origin + centrePaths.centre(context.language, sender.slug)
    const pdf = await makePrivatePdf(attendanceSheet({ list, sender, address, wording }))
    return sendPrivately(c, pdf, `${list.intake.offerSlug}-${list.intake.ageOn}`)
  })

  routes.post('/staff/registrations/:id/slip.pdf', forLeads, async c => {
    const { context, origin } = c.var
    const id = idFrom(c.req.param('id'))
    const slip = await slipFor(context, id, textOf(await c.req.formData(), 'code') ?? '')
    const { registration, names } = slip.view
    const centre = (await listCentres(context)).find(({ slug }) => slug === names.centreSlug)
    const { language } = registration.household
    const sheet = slipSheet({
      ...{ slip, colour: centre?.colour ?? '', today: todayIn(context) },
      address: origin + registrationPaths.findByCode(language),
      wording: wordingFor(language, context.city.timeZone),
    })
    return sendPrivately(c, await makePrivatePdf(sheet), names.centreSlug)
  })

  routes.post('/staff/letters.pdf', forLeads, async c => {
    const { context, wording, origin } = c.var
    const { ids, fault } = chosenIn(await c.req.formData())
    const back = outreachPaths.calls(context.language)
    if (fault) return c.redirect(`${back}?news=${fault}`, 303)
    const letters = await readLetters(context, ids, origin)
    if (letters.length === 0) return c.redirect(`${back}?news=off-the-list`, 303)
    const today = todayIn(context)
    const sheet = lettersSheet({ letters, today, address: origin + back, wording })
    return sendPrivately(c, await makePrivatePdf(sheet), `${today}`)
  })

  routes.get('/staff/messages/previews.pdf', forSignedIn, async c => {
    const { context, wording, origin } = c.var
    const inLanguage = oneOf(languages, c.req.query('in')) ?? context.language
    const isNeutral = c.req.query('neutral') === 'yes'
    const asking = { language: inLanguage, timeZone: context.city.timeZone, site: origin, now: context.now }
    const address = origin + outreachPaths.previews(context.language, inLanguage, isNeutral)
    const letters = lettersIn(asking, isNeutral)
    const sheet = lettersSheet({ letters, today: todayIn(context), address, wording })
    return sendPrivately(c, await makePrivatePdf(sheet), inLanguage)
  })

  routes.get('/staff/rooms/list/:id/door.pdf', forLeads, async c => {
    const { context, wording, origin } = c.var
    const day = dayFrom(c.req.query('day') ?? '') ?? todayIn(context)
    const { room, plan } = await readDoor(context, idFrom(c.req.param('id')), day)
    const sender = orNotFound((await listCentres(context)).find(({ id }) => id === room.centreId))
    const address = origin + centrePaths.centre(context.language, sender.slug)
    const pdf = await makePrivatePdf(doorSheet({ room, day, plan, sender, address, wording }))
    return sendPrivately(c, pdf, `${room.slug}-${day}`)
  })

  routes.get('/staff/invitations/:id/tear-offs.pdf', forLeads, async c => {
    const { context, wording, origin } = c.var
    const tearOffs = await readTearOffs(context, idFrom(c.req.param('id')))
    const asked = orNotFound(tearOffs.codes.length > 0 ? tearOffs.asked : undefined)
    const { slug } = orNotFound((await listCentres(context)).find(({ id }) => id === tearOffs.centreId))
    const centre = orNotFound(await findCentre(context, slug))
    const address =
      'entry' in asked
        ? programmePaths.offer(context.language, asked.entry.slug)
        : centrePaths.centre(context.language, slug)
    const today = todayIn(context)
    const sheet = invitationSheet({ tearOffs, asked, centre, address: origin + address, today, wording })
    return sendPrivately(c, await makePrivatePdf(sheet), `${slug}-${today}`)
  })

  routes.get('/staff/print', forLeads, async c => {
    const { context, wording } = c.var
    const wished = sheetWished(c)
    if (wished) return c.redirect(wished)
    const { centre, centres } = await ledCentre(context, c.req.query('centre'))
    const monday = weekToPrint(context)
    const offers = (await readOffers(context, centre.slug)).flatMap(dates => dates.slice(0, 1))
    const { languages } = context.city
    const { rooms } = await readRooms(context, centre.slug)
    const seasons = seasonsAround(todayIn(context))
    const invites = (await partsInUse(context)).has('invitations')
    return c.render(
      <PrintPage
        {...{
          centre,
          centres,
          monday,
          seasons,
          offers,
          rooms,
          invites,
          today: todayIn(context),
          languages,
          wording,
        }}
      />,
      {
        ...{ frame: 'staff', current: 'programme', title: wording.t('print.title'), subline: centre.name },
      },
    )
  })
}

/** The address of the sheet a form asks for; undefined where nobody has chosen yet. */
const sheetWished = (c: Page) => {
  const language = languageWished(c)
  switch (oneOf(sheets, c.req.query('sheet'))) {
    case 'week': {
      const paper = oneOf(papers, c.req.query('paper')) ?? 'a4'
      const day = dayFrom(c.req.query('from') ?? '')
      return centrePaths.weekSheet(language, slugFrom(c.req.query('centre')), paper, day)
    }
    case 'poster':
      return programmePaths.poster(language, slugFrom(c.req.query('offer')))
    case 'booklet': {
      const day = dayFrom(c.req.query('from') ?? '')
      return centrePaths.booklet(language, slugFrom(c.req.query('centre')), day)
    }
    case 'door': {
      const day = dayFrom(c.req.query('day') ?? '')
      return paths.door(language, idFrom(c.req.query('room')), day)
    }
    case 'card': {
      const slug = c.req.query('offer')
      return slug
        ? programmePaths.card(language, slugFrom(slug))
        : centrePaths.weekCard(language, slugFrom(c.req.query('centre')))
    }
    default:
      return undefined
  }
}

const sheets = ['week', 'poster', 'booklet', 'card', 'door'] as const

/** What staff print, kept by nobody on the way. */
const sendPrivately = (c: Page, pdf: Uint8Array, name: string) =>
  c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
  })

const languageWished = (c: Page) => {
  const { context } = c.var
  return oneOf(context.city.languages, c.req.query('language')) ?? context.language
}
