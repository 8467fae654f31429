export { calendarImportRoutes } from './routes.tsx'
