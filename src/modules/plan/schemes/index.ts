export {
  ensureRatingScheme,
  findRatingScheme,
  findRatingSchemes,
  findSchemeAsAt,
  findSchemeOfPlanAsAt,
} from './rating-scheme.store.ts'
export { ensurePreset, findKnownSchemes, insertScheme, type KnownScheme, setPlanScheme } from './scheme-choice.store.ts'
