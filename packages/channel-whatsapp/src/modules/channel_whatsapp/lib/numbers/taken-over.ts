import { isSameNumber } from '../same-number.ts'

/** A channel of the organisation's, as far as it matters for whose a number is. */
export interface OwnedChannel {
  id: string
  connectionId: string
  externalIdentifier: string
  address: string | null
  isEnabled: boolean
  /** Whether a connection that still stands has it among its numbers. */
  isHeld: boolean
}

/**
 * The channel that a number was before it came to this connection: the account was connected anew, or Meta moved the
 * number to another of the organisation's accounts, which gives it another id. Null where it is here already, or new,
 * or still held elsewhere under another id.
 */
export function takenOver(
  channels: OwnedChannel[],
  connectionId: string,
  number: { id: string; display_phone_number: string },
): OwnedChannel | null {
  const isHere = ({ connectionId: owner, externalIdentifier }: OwnedChannel) =>
    owner === connectionId && externalIdentifier === number.id
  if (channels.some(isHere)) return null
  const sameId = channels.find(({ externalIdentifier }) => externalIdentifier === number.id)
  if (sameId) return sameId
  const free = channels.filter(
    ({ isHeld, address }) => !isHeld && isSameNumber(address, number.display_phone_number),
  )
  return free.length === 1 ? free[0]! : null
}
