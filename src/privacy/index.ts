export { privacyJobs } from './jobs.ts'
