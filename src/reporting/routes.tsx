import { listCentres } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { drawChart } from '../platform/charts/draw-chart.ts'
import { readChoice } from './choice.ts'
import { chartOf, groupsOf, isChartSize } from './figures-chart.ts'
import { FiguresPage } from './pages/figures-page.tsx'
import { findingInWords, periodInWords } from './pages/words.ts'
import { readFigures } from './read-figures.ts'

const forThoseWhoReport = forRoles('centre-lead', 'provider-manager', 'city-office')

export const reportingRoutes = (routes: PageRoutes) => {
  routes.get('/staff/figures', forThoseWhoReport, async c => {
    const { wording } = c.var
    const { choice, figures, centres } = await lookedAt(c)
    const { t } = wording
    return c.render(<FiguresPage {...{ choice, figures, centres, wording }} />, {
      ...{ frame: 'staff', current: 'figures', title: t('reporting.title') },
      heading: findingInWords(figures.finding, choice.period, wording),
      subline: [
        periodInWords(choice.period, wording),
        t(figures.isReleased ? 'reporting.released' : 'reporting.live'),
      ].join(' · '),
    })
  })

  routes.get('/staff/figures/chart.svg', forThoseWhoReport, async c => {
    const { wording } = c.var
    const { figures, centres } = await lookedAt(c)
    const asked = c.req.query('size') ?? ''
    const size = isChartSize(asked) ? asked : 'page'
    const svg = await drawChart(chartOf(groupsOf(figures.cells, centres, wording), wording, size))
    return c.body(svg, 200, {
      'content-type': 'image/svg+xml; charset=utf-8',
      // The drawing styles itself by attributes; nothing else may run or load in it.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    })
  })
}

const lookedAt = async (c: Page) => {
  const { context } = c.var
  const choice = readChoice(new URL(c.req.url).searchParams, todayIn(context))
  const [figures, centres] = await Promise.all([readFigures(context, choice), listCentres(context)])
  return { choice, figures, centres }
}
