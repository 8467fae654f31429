export { fundingRoutes } from './routes.tsx'
