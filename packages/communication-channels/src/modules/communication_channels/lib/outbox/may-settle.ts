import { toDate } from '../db.ts'
import { ChannelError } from '../errors.ts'
import type { AskedAbout } from './unknown-message.ts'
import { decidableFrom, unknownSinceOf } from './unknown-since.ts'

export const SETTLED_MEANWHILE = new ChannelError(
  409,
  'settled_meanwhile',
  'What became of this message is known by now, or somebody has decided already.',
  'Look at its thread.',
)

function tooEarly(from: Date): ChannelError {
  return new ChannelError(
    409,
    'too_early',
    `A status may still tell what became of this message. It can be decided about from ${from.toISOString()}.`,
    'Wait until then.',
  )
}

/** Why a person may not decide about a message now; null where they may. */
export function settleRefusal(
  message: Pick<AskedAbout, 'status' | 'settledAs' | 'updatedAt'>,
  now: Date,
): ChannelError | null {
  const { status, settledAs, updatedAt } = message
  const unknownSince = unknownSinceOf({ status, updatedAt: toDate(updatedAt) })
  if (!unknownSince || settledAs) return SETTLED_MEANWHILE
  const from = decidableFrom(unknownSince)
  return now < from ? tooEarly(from) : null
}
