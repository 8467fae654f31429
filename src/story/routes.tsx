import { endOfTodayIn, forEveryone, networkName, type Page, type PageRoutes } from '../identity/index.ts'
import { asset } from '../platform/design/index.ts'
import { makePdf } from '../platform/pdf/make-pdf.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { sheetOf } from './pages/press-sheet.ts'
import { sentencesOf } from './pages/sentences.ts'
import { StoryPage } from './pages/story-page.tsx'
import { readStory } from './read-story.ts'

/** The network in ten sentences, to read on a page and to print. */
export const storyRoutes = (routes: PageRoutes) => {
  routes.get('/story', forEveryone, async c => {
    const { wording } = c.var
    const told = await tell(c)
    return c.render(<StoryPage {...told} wording={wording} />, {
      ...{ title: wording.t('story.title'), description: wording.t('story.description') },
      stylesheets: [asset('press.css')],
    })
  })

  routes.get('/story.pdf', forEveryone, async c => {
    const { context, wording } = c.var
    const told = await tell(c)
    const pdf = await makePdf(sheetOf({ ...told, network: networkName(context), wording }))
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${context.city.slug}-${told.asOf}-${wording.language}.pdf"`,
    })
  })
}

/** The sentences of today; until midnight they change with the data alone. */
const tell = async (c: Page) => {
  const { context, wording } = c.var
  const story = await readStory(context)
  tellFreshUntil(c, endOfTodayIn(context))
  return { asOf: story.asOf, sentences: sentencesOf(story, wording, placeOf(context)) }
}

const placeOf = ({ city, language }: Page['var']['context']) =>
  (city.names[language] ?? Object.values(city.names)[0])?.place ?? ''
