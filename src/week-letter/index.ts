export { weekLetterRoutes } from './routes.tsx'
export { weekLetterJobs } from './send-week.ts'
export { deleteUnconfirmed } from './store.ts'
