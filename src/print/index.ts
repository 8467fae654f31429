export { paths } from './paths.ts'
export { printRoutes } from './routes.tsx'
