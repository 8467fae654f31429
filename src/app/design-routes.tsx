import { forWhoeverWorksHere, type PageRoutes } from '../identity/index.ts'
import { DesignGallery } from '../platform/design/index.ts'
import { staffWordingFor } from '../platform/wording/wording.ts'

/** Every building block of the pages, in both reading directions; in the demo, for whoever designs. */
export const designRoutes = (routes: PageRoutes) =>
  routes.get('/design', forWhoeverWorksHere, c => {
    const { city } = c.var.context
    c.header('cache-control', 'no-store')
    return c.html(
      <DesignGallery
        wordings={[staffWordingFor('de', city.timeZone), staffWordingFor('ar', city.timeZone)]}
      />,
    )
  })
