export { paths } from './paths.ts'
export { offlineRoutes } from './routes.tsx'
