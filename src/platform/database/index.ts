export { type Database, type DatabaseSettings, openDatabase } from './open-database.ts'
export type { DB } from './schema.generated.ts'
export { inAccount, inScope, type Tx } from './scope.ts'
export { dayFrom, instantFrom } from './value-types.ts'
