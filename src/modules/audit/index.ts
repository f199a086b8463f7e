export { type Author, type Change, type ChangeSeen, findChanges, recordChange, recordChanges } from './audit.store.ts'
