export { privacyRoutes } from './privacy.routes.ts'
export { applyRetention } from './retention/apply-retention.ts'
