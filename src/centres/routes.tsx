import { forEveryone, type PageRoutes } from '../identity/index.ts'
import { accentSheet } from './accent-sheet.ts'
import { listCentres } from './store/centres.ts'

const forEver = 'public, max-age=31536000, immutable'

/** Centres, districts and their map, and what the city says about itself. */
export const centresRoutes = (routes: PageRoutes) => {
  routes.get('/centres/accents.css', forEveryone, async c => {
    const { styles } = accentSheet(await listCentres(c.var.context))
    return c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': forEver })
  })
}
