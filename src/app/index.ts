export { cityJobs, jobNames, overCities } from './jobs.ts'
