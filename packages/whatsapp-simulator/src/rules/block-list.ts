/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
export const MOST_BLOCKED = 64_000
export const MOST_AT_ONCE = 1_000

export type BlockProblem = { code: number; message: string; details: string }

const NOT_WRITTEN: BlockProblem = {
  code: 131047,
  message: 'Re-engagement required',
  details: 'User has not messaged in the last 24 hours',
}
const FULL: BlockProblem = {
  code: 139101,
  message: 'Blocklist limit reached',
  details: 'The blocklist has reached its 64,000 user limit.',
}

/** Why a business cannot block somebody, or null where it can. Who is nobody here never wrote. */
export function blockProblem(known: {
  isBlocked: boolean
  isWindowOpen: boolean
  listed: number
}): BlockProblem | null {
  if (known.isBlocked) return null
  if (!known.isWindowOpen) return NOT_WRITTEN
  return known.listed >= MOST_BLOCKED ? FULL : null
}
