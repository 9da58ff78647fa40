/** Numbers in these states exist and cannot send until they are registered. */
const OUTSIDE = new Set([
  'PENDING',
  'DISCONNECTED',
  'OFFLINE',
  'UNVERIFIED',
  'UNKNOWN',
  'DELETED',
  'MIGRATED',
])

/**
 * Whether a number is registered for the Cloud API, from Meta's words for its state and its platform. One that is
 * flagged, restricted or rate-limited is: what stands against it is another matter. Null where Meta did not say.
 */
export function isRegistered(status: string | null, platformType: string | null): boolean | null {
  if (platformType === 'CLOUD_API') return true
  if (platformType === 'NOT_APPLICABLE' || platformType === 'ON_PREMISE') return false
  return status === null ? null : !OUTSIDE.has(status)
}
