export { paths } from './paths.ts'
export { dueRoutes } from './routes.tsx'
