import { actingAs, forSignedIn, forWhoeverWorksHere, type Page, type PageRoutes } from '../identity/index.ts'
import type { Database } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound } from '../platform/refusals.ts'
import { idFrom } from '../platform/web/id.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import { passOn, readCalls } from './calls.ts'
import { asRead } from './letter-as-read.ts'
import { CallsPage } from './pages/calls-page.tsx'
import { LetterPage } from './pages/letter-page.tsx'
import { MailboxPage } from './pages/mailbox-page.tsx'
import { paths } from './paths.ts'
import { smsRoutes } from './sms-routes.tsx'
import * as store from './store/messages.ts'

/** Whom staff have to call. */
export const outreachRoutes = (routes: PageRoutes) => {
  smsRoutes(routes)

  routes.get('/staff/calls', forSignedIn, async c => {
    const { context, wording } = c.var
    const calls = await readCalls(context)
    return c.render(<CallsPage calls={calls} wording={wording} />, {
      ...{ title: wording.t('outreach.calls.title'), frame: 'staff', current: 'calls' },
    })
  })

  routes.post('/staff/calls/:id', forSignedIn, async c => {
    await passOn(c.var.context, idFrom(c.req.param('id')))
    return c.redirect(paths.calls(c.var.context.language), 303)
  })
}

/**
 * The mailbox of the demo, open to everybody who tries the product: there are no real families in it. It is mounted
 * in the demo alone, because it reads every message of the city.
 */
export const demoMailboxRoutes = (routes: PageRoutes, db: Database) => {
  routes.get('/demo/mailbox', forWhoeverWorksHere, async c => {
    const context = readingEverything(c, db)
    const messages = await inTransaction(context, tx => store.listNewest(tx, context.city.id, 100))
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
    const message = orNotFound(await inTransaction(context, tx => store.findMessage(tx, context.city.id, id)))
    const theirs = wordingIn(c)(message)
    const told = { ...message, news: orNotFound(message.news) }
    const letter = asRead(told, { wording: theirs, site: c.var.origin })
    const reading = { message, letter, theirs, wording: c.var.wording }
    return show(c, letter.subject, <LetterPage {...reading} />)
  })
}

const readingEverything = (c: Page, db: Database) => actingAs({ ...c.var.context, db }, { kind: 'system' })

const wordingIn = (c: Page) => (message: store.StoredMessage) =>
  wordingFor(message.language, c.var.context.city.timeZone)

const show = (c: Page, title: string, page: Parameters<Page['render']>[0]) =>
  showPrivately(c, page, { title })
