import type { SendPace } from '../adapter/rules.ts'
import type { ChannelAdapter } from '../adapter.ts'
import type { SendingNumber } from './sending-number.ts'
import type { Turn } from './turn.ts'

/** For whom messages were reserved, and with what they are sent. */
export interface Sending {
  turn: Turn
  number: SendingNumber
  /** Absent where the provider is not mounted. */
  adapter: ChannelAdapter | undefined
  pace: SendPace
  claimId: string
  /** Once for each message, when nothing more is done about it here. */
  onEnd(): void
}
