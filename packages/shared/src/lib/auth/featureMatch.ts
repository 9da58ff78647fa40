import { hasAllFeatures as grantedHasAll, matchFeature } from '../../security/features.ts'

export { matchFeature }

/** The same rule as `security/features`, with the arguments the other way round. */
export function hasAllFeatures(required: readonly string[], granted: readonly string[]): boolean {
  return grantedHasAll(granted, required)
}
