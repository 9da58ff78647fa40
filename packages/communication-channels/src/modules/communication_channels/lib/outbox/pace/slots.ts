/**
 * A provider counts what arrives within any second. What leaves evenly and one in 80 fewer than it takes may arrive up to
 * 13 ms late, and still there is no 81st within the second of the other 80.
 */
const SHARE = 0.986

/** Between the moment a slot is given and the soonest that it can be met: the message is written down as begun first. */
export const LEAD_MS = 60

/** So far ahead slots are given at most: what leaves first is decided late, so that staff pass a batch. */
export const HORIZON_MS = 300

/** A pace that lies further ahead than this was written under a clock that was set back since. */
export const FURTHEST_AHEAD_MS = 5_000

export interface SlotRequest {
  /** Milliseconds of the database's clock, as is `now`. */
  nextAt: number
  now: number
  perSecond: number
  wanted: number
  horizonMs: number
}

export interface Slots {
  /** Milliseconds of the database's clock, in order. */
  slots: number[]
  nextAt: number
}

export function spacingMs(perSecond: number): number {
  return 1000 / (perSecond * SHARE)
}

/** The next moments at which something may leave. What was not used in time is gone: no second ever has more than its share. */
export function takeSlots({ nextAt, now, perSecond, wanted, horizonMs }: SlotRequest): Slots {
  const spacing = spacingMs(perSecond)
  let at = nextSlot(nextAt, now)
  const slots: number[] = []
  while (slots.length < wanted && at - now <= horizonMs) {
    slots.push(at)
    at += spacing
  }
  return { slots, nextAt: at }
}

/** The first slot that can still be met. */
function nextSlot(nextAt: number, now: number): number {
  const sound = nextAt - now > FURTHEST_AHEAD_MS ? now : nextAt
  return Math.max(sound, now + LEAD_MS)
}
