/**
 * What happened since the simulator started, counted: deliveries that are settled are not kept for ever, and a send
 * that was refused leaves nothing else behind.
 */
export type Counts = {
  sends: { accepted: number; refused: Record<number, number> }
  /** Every webhook POST that was answered, by its status; `0` for those that got no answer. */
  posts: Record<number, number>
  deliveries: { made: number; delivered: number; dropped: number; expired: number }
}

export function noCounts(): Counts {
  return {
    sends: { accepted: 0, refused: {} },
    posts: {},
    deliveries: { made: 0, delivered: 0, dropped: 0, expired: 0 },
  }
}

export function countOne(counts: Record<number, number>, key: number): void {
  counts[key] = (counts[key] ?? 0) + 1
}
