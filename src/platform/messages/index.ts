export { queueMessage, withdrawMessage } from './message.store.ts'
export type { AttemptOutcome, Channel, Message, MessageEnd } from './message.ts'
