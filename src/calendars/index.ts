export { calendarsRoutes } from './routes.tsx'
