export { calendarImportJobs } from './jobs.ts'
export { addSource, countSourcesWithNews, readOneSource, takeEvents } from './keep-source.ts'
export { paths } from './paths.ts'
export { calendarImportRoutes } from './routes.tsx'
