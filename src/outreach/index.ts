export type { CancelReason, Contact, Message, MessageFacts, MessageKind } from './message.ts'
export { notify } from './notify.ts'
