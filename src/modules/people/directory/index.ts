export { refusalToReadList } from '../bring-list/scan-list.ts'
export { findNamesStoodInFor } from '../deputies/deputy.store.ts'
export { findBodies, findChairs, findDirectory, findHolders } from './directory.store.ts'
export {
  type Body,
  type BodyKind,
  type Directory,
  type Known,
  type KnownId,
  NOBODY,
  type Organisation,
  type OrganisationKind,
  type Person,
  type Post,
} from './directory.ts'
export { endOrganisation } from './end.store.ts'
export {
  insertBody,
  insertHolding,
  insertOrganisation,
  insertPerson,
  insertPost,
  insertSeat,
} from './insert.store.ts'
export { knownBy, type Label, labelsOf } from './known-labels.ts'
export { findPerson as findPersonRecord, type PersonRecord } from './person.store.ts'
