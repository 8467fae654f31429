export { printRoutes } from './routes.tsx'
