export { paths } from './paths.ts'
export { releaseFigures, reportingJobs } from './release-figures.ts'
export { reportingRoutes } from './routes.tsx'
