import { forRoles, type PageRoutes } from '../identity/index.ts'
import { AuditPage } from './pages/audit-page.tsx'
import { DeletionsPage } from './pages/deletions-page.tsx'
import { readAudit } from './read-audit.ts'
import { readDeletions } from './read-deletions.ts'

/** The audit log of a provider, and what it says was deleted by itself, for its managers. */
export const privacyRoutes = (routes: PageRoutes) => {
  routes.get('/staff/audit', forRoles('provider-manager'), async c => {
    const { context, wording } = c.var
    const page = Number(/^[1-9]\d{0,5}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)
    const shown = await readAudit(context, { month: c.req.query('month'), page })
    return c.render(<AuditPage {...shown} wording={wording} timeZone={context.city.timeZone} />, {
      ...{ title: wording.t('privacy.audit.title'), frame: 'staff', current: 'audit' },
    })
  })

  routes.get('/staff/audit/deletions', forRoles('provider-manager'), async c => {
    const { context, wording } = c.var
    const days = await readDeletions(context)
    return c.render(<DeletionsPage days={days} wording={wording} />, {
      ...{ title: wording.t('privacy.deletions.title'), frame: 'staff', current: 'audit' },
    })
  })
}
