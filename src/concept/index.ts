export { conceptRoutes } from './routes.tsx'
