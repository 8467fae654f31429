export { offerTableRoutes } from './routes.tsx'
