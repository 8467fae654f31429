export { alarmOperator } from './alarm.ts'
export { jobNames, startCityJobs } from './jobs.ts'
