export {
  type Author,
  type Change,
  type ChangeSeen,
  findChanges,
  readDetail,
  recordChange,
  recordChanges,
} from './audit.store.ts'
export { findChainHead, readLinks, verifyChain } from './chain.store.ts'
export { type Break, breakInWords, entryText, type Head, headInWords, isBreak, type Link, parseHead } from './chain.ts'
export { exportLine } from './export-trail.ts'
