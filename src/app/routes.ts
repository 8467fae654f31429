import { identityRoutes, type PageRoutes } from '../identity/index.ts'
import type { Surroundings } from './web.tsx'

/** Every address of the product, capability by capability. */
export const mountEverything = (
  routes: PageRoutes,
  { identity }: Pick<Surroundings, 'identity' | 'isDemo'>,
) => {
  identityRoutes(routes, identity)
}
