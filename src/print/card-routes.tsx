import { paths as centrePaths, findCentre, listCentres } from '../centres/index.ts'
import { endOfTodayIn, forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { makePicture, type Sheet } from '../platform/pdf/make-pdf.ts'
import { orNotFound } from '../platform/refusals.ts'
import { slugFrom } from '../platform/web/id.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { paths as programmePaths } from '../programme/index.ts'
import type { MayPrint } from './may-print.ts'
import { CardPage } from './pages/card-page.tsx'
import { offerCard } from './pages/offer-card.ts'
import { weekCard } from './pages/week-card.ts'
import { readTold } from './read-told.ts'
import { readComingDays } from './read-week.ts'
import { offerInWords, weekInWords } from './share-words.ts'

/** Pictures for the chat groups of families: made here, saved there, and no third party in between. */
export const cardRoutes = (routes: PageRoutes, mayPrint: MayPrint) => {
  routes.get('/centres/:slug/card.png', forEveryone, async c => {
    await mayPrint(c)
    const week = await readShownWeek(c)
    return sendPicture(c, weekCard({ ...week, wording: c.var.wording }), week.sender.slug)
  })

  routes.get('/centres/:slug/card', forEveryone, async c => {
    const { context, wording } = c.var
    const { sender, days, address } = await readShownWeek(c)
    const back = centrePaths.centre(context.language, sender.slug)
    const words = weekInWords({ centre: sender.name, days, address }, wording)
    return showCard(c, { back, words, picture: `${centrePaths.weekCard(context.language, sender.slug)}.png` })
  })

  routes.get('/offers/:slug/card.png', forEveryone, async c => {
    await mayPrint(c)
    const { context, wording } = c.var
    const { told, address } = await readShownOffer(c)
    const sender = orNotFound(await findCentre(context, told.offer.centre.slug))
    const card = offerCard({ told, sender, address, today: todayIn(context), wording })
    return sendPicture(c, card, told.offer.slug)
  })

  routes.get('/offers/:slug/card', forEveryone, async c => {
    const { context, wording } = c.var
    const { told, address } = await readShownOffer(c)
    const { slug } = told.offer
    const words = offerInWords({ told, address }, wording)
    return showCard(c, {
      ...{ words, back: programmePaths.offer(context.language, slug) },
      picture: `${programmePaths.card(context.language, slug)}.png`,
    })
  })
}

const readShownWeek = async (c: Page) => {
  const { context, origin } = c.var
  const sender = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
  const from = todayIn(context)
  const days = await readComingDays(context, sender.slug, from)
  return { sender, from, days, address: origin + centrePaths.centre(context.language, sender.slug) }
}

const readShownOffer = async (c: Page) => {
  const { context, origin } = c.var
  const told = await readTold(context, slugFrom(c.req.param('slug')))
  return { told, address: origin + programmePaths.offer(context.language, told.offer.slug) }
}

const showCard = async (c: Page, card: { picture: string; back: string; words: string }) => {
  const { context, wording } = c.var
  tellFreshUntil(c, endOfTodayIn(context))
  return c.render(<CardPage {...card} wording={wording} />, {
    ...{ title: wording.t('print.card.title'), current: 'offers' },
    stylesheets: [centrePaths.accents(context.language, await listCentres(context))],
  })
}

const sendPicture = async (c: Page, card: Sheet, name: string) => {
  const { context, wording } = c.var
  const picture = await makePicture(card)
  tellFreshUntil(c, endOfTodayIn(context))
  return c.body(picture as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'image/png',
    'content-disposition': `inline; filename="${name}-${todayIn(context)}-${wording.language}.png"`,
  })
}
