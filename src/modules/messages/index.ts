export type { WaysOut } from './message-words.ts'
export { messageRoutes } from './messages.routes.ts'
