import { text } from 'node:stream/consumers'
import { contextFor, listCities } from '../identity/index.ts'
import { bouncedIn, noteBounce } from '../outreach/index.ts'
import type { Command } from './command.ts'
import { connectedTo, withDatabase } from './with-database.ts'

export const bounce: Command = {
  usage: 'bounce < MAIL',
  does: 'take a mail that came back, as a mail server pipes it: the family is called instead',
  async run(_, settings) {
    const messageId = bouncedIn(await text(process.stdin))
    // A mail server would send its report back in turn, so whatever is no report is taken, too.
    if (!messageId) return
    await withDatabase(settings, 'kieznetz bounce', ({ urls }) =>
      connectedTo(urls.app, async db => {
        const now = Temporal.Now.instant()
        for (const city of await listCities(db)) {
          const language = city.languages[0] ?? 'de'
          await noteBounce(contextFor({ city, actor: { kind: 'system' }, db, now, language }), messageId)
        }
      }),
    )
  },
}
