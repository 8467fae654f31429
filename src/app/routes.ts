import type { PageRoutes } from '../identity/index.ts'
import type { Surroundings } from './web.tsx'

/** Every address of the product, capability by capability. */
export const mountEverything = (_routes: PageRoutes, _surroundings: Pick<Surroundings, 'isDemo'>) => {}
