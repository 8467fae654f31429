export { alarmOperator } from './alarm.ts'
export { makeDemoHistory } from './demo-history/make-demo-history.ts'
export { jobNames, startCityJobs } from './jobs.ts'
