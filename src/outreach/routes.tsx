import { actingAs, forSignedIn, forWhoeverWorksHere, type Page, type PageRoutes } from '../identity/index.ts'
import type { Database } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound } from '../platform/refusals.ts'
import { idFrom } from '../platform/web/id.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { languages, wordingFor } from '../platform/wording/wording.ts'
import { callsRoutes } from './calls-routes.tsx'
import { readDeliveries } from './deliveries.ts'
import { asRead } from './letter-as-read.ts'
import { DeliveriesPage } from './pages/deliveries-page.tsx'
import { LetterPage } from './pages/letter-page.tsx'
import { MailboxPage } from './pages/mailbox-page.tsx'
import { PreviewsPage } from './pages/previews-page.tsx'
import { previewsIn } from './preview.ts'
import type { ReachableHours } from './reachable-hours.ts'
import { smsRoutes } from './sms-routes.tsx'
import { findMessage, listNewest, type StoredMessage } from './store/stored-messages.ts'
import { daytime } from './when-to-go.ts'

/** What families were told and how it reads; `usualHours` are those in which telephones ring, unless a centre says otherwise. */
export const outreachRoutes = (routes: PageRoutes, usualHours: ReachableHours = daytime) => {
  smsRoutes(routes)
  callsRoutes(routes, usualHours)

  routes.get('/staff/messages', forSignedIn, async c => {
    const { context, wording } = c.var
    const of = c.req.query('of')
    const before = c.req.query('before')
    const registrationId = of === undefined ? undefined : idFrom(of)
    const asked = { registrationId, before: before === undefined ? undefined : idFrom(before) }
    const page = { ...(await readDeliveries(context, asked)), wording, registrationId }
    return c.render(<DeliveriesPage {...page} />, {
      ...{ title: wording.t('outreach.log.title'), frame: 'staff', current: 'calls' },
    })
  })

  routes.get('/staff/messages/previews', forSignedIn, c => {
    const { context, wording, origin } = c.var
    const language = languages.find(one => one === c.req.query('in')) ?? wording.language
    const isNeutral = c.req.query('neutral') === 'yes'
    const { timeZone } = context.city
    const previews = previewsIn({ language, timeZone, site: origin, now: context.now }, isNeutral)
    const page = { previews, isNeutral, wording, theirs: wordingFor(language, timeZone) }
    return c.render(<PreviewsPage {...page} />, {
      ...{ title: wording.t('outreach.preview.title'), frame: 'staff', current: 'calls' },
    })
  })
}

/**
 * The mailbox of the demo, open to everybody who tries the product: there are no real families in it. It is mounted
 * in the demo alone, because it reads every message of the city.
 */
export const demoMailboxRoutes = (routes: PageRoutes, db: Database) => {
  routes.get('/demo/mailbox', forWhoeverWorksHere, async c => {
    const context = readingEverything(c, db)
    const messages = await inTransaction(context, tx => listNewest(tx, context.city.id, 100))
    const reading = { wording: c.var.wording, wordingOf: wordingIn(c), site: c.var.origin }
    return show(
      c,
      c.var.wording.t('outreach.mailbox.title'),
      <MailboxPage messages={messages} {...reading} />,
    )
  })

  routes.get('/demo/mailbox/:id', forWhoeverWorksHere, async c => {
    const context = readingEverything(c, db)
    const id = idFrom(c.req.param('id'))
    const message = orNotFound(await inTransaction(context, tx => findMessage(tx, context.city.id, id)))
    const theirs = wordingIn(c)(message)
    const told = { ...message, news: orNotFound(message.news) }
    const letter = asRead(told, { wording: theirs, site: c.var.origin })
    const reading = { message, letter, theirs, wording: c.var.wording }
    return show(c, letter.subject, <LetterPage {...reading} />)
  })
}

const readingEverything = (c: Page, db: Database) => actingAs({ ...c.var.context, db }, { kind: 'system' })

const wordingIn = (c: Page) => (message: StoredMessage) =>
  wordingFor(message.language, c.var.context.city.timeZone)

const show = (c: Page, title: string, page: Parameters<Page['render']>[0]) =>
  showPrivately(c, page, { title })
