export type { Centre, District } from './centre.ts'
export { paths } from './paths.ts'
export { centresRoutes } from './routes.tsx'
export { listCentres, listDistricts } from './store/centres.ts'
