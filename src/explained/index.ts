export { paths } from './paths.ts'
export { explainedRoutes } from './routes.tsx'
export { findFilm } from './store.ts'
