import type { MediaRules } from '../files/sendable/media-rules.ts'

export interface ChannelRules {
  /** How long free-form messages stay allowed after the customer last wrote, in milliseconds. */
  windowMs: number
  /**
   * Who comes from an advertisement or a page opens a second window when they are answered within `replyWithinMs`: for
   * `lengthMs` from that answer on, nothing costs. Free content needs the other window all the same. Absent: no such rule.
   */
  freeEntry?: { replyWithinMs: number; lengthMs: number }
  /** ISO 3166 codes of countries where the provider delivers no marketing. */
  noMarketingIn?: readonly string[]
  /** How old a message may be that one reacts to, in milliseconds. Absent: any age. */
  reactionWithinMs?: number
  /** What files each kind of message may carry. Absent: anything. */
  media?: MediaRules
  /** To one person a message every `spacingMs`; up to `burst` at once, borrowed from later. Absent: no such rule. */
  pair?: { spacingMs: number; burst: number }
}

export interface SendPace {
  /** Messages a second from this number. Null: as fast as it goes. */
  perSecond: number | null
  /** Different people a day whom the portfolio may write to outside their window. Null: any number. */
  newPeoplePerDay: number | null
}
