const OLDEST = 19
const CURRENT = 26

const VERSIONED = /^\/v(\d{1,3})\.(\d{1,2})(\/.*)$/

/** `/v26.0/123/messages` and `/123/messages` are the same address. */
export function withoutVersion(path: string): string {
  return path.match(VERSIONED)?.[3] ?? path
}

/** The version that answers: the current one where none was asked for, the oldest for one that there is not or no more. */
export function answeringVersion(path: string): string {
  const asked = path.match(VERSIONED)
  if (!asked) return `v${CURRENT}.0`
  const [major, minor] = [Number(asked[1]), Number(asked[2])]
  const isKnown = major >= OLDEST && major <= CURRENT && minor === 0
  return `v${isKnown ? major : OLDEST}.0`
}
