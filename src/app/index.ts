export { alarmOperator } from './alarm.ts'
export { makeDemoHistory } from './demo-history/make-demo-history.ts'
export { switchOnDemoParts } from './demo-history/switch-on-demo-parts.ts'
export { jobNames, startCityJobs } from './jobs.ts'
