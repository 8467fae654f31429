export type { Post } from './deliver.ts'
export { outreachJobs } from './jobs.ts'
export type { CancelReason, Contact, Message, MessageFacts, MessageKind } from './message.ts'
export { notify } from './notify.ts'
