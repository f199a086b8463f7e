export {
  type Author,
  type Change,
  type ChangeSeen,
  findChanges,
  recordChange,
  recordChanges,
} from './audit.store.ts'
export { countBlanked, findChainHead, readLinks, verifyChain } from './chain.store.ts'
export { type Break, breakInWords, type Head, headInWords, isBreak, parseHead } from './chain.ts'
export { exportLine } from './export-trail.ts'
export { findTrail, type TrailEntry, type TrailFilter } from './trail.store.ts'
