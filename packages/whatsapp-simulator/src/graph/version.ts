const CURRENT = 'v26.0'
/** What Meta still answers; older ones are unknown addresses here. */
const OLDEST_MAJOR = 19

/** `/v26.0/123/messages` and `/123/messages` are the same address. */
export function withoutVersion(path: string): string {
  const match = path.match(/^\/v(\d{1,3})\.\d{1,2}(\/.*)$/)
  return match && Number(match[1]) >= OLDEST_MAJOR ? match[2]! : path
}

/** The version that answers: the requested one, or the current one where none was asked for. */
export function requestedVersion(path: string): string {
  return path.match(/^\/(v\d{1,3}\.\d{1,2})\//)?.[1] ?? CURRENT
}
