import { createLogger } from '@open-mercato/shared/lib/logger'
import type { SourceKind } from './door/sources.ts'

const logger = createLogger('channel_whatsapp.webhook')
const LINE_EVERY_MS = 10_000

export type RejectionReason =
  | 'signature'
  | 'verify_token'
  | 'unknown_key'
  | 'limited'
  | 'busy'
  | 'slow'
  | 'gone'
  | 'too_large'

/**
 * Counts refused requests and logs one line for many, so that a flood of forged ones fills no disk. Says nothing of
 * what they contained, nor who sent them: only whether it was somebody who also delivers.
 */
export class Rejections {
  private readonly counts = new Map<string, number>()
  private readonly kinds = new Map<SourceKind, number>()
  private lastLineAt = Number.NEGATIVE_INFINITY

  count(reason: RejectionReason, connectionId: string | null, kind: SourceKind, now: number): void {
    increase(this.counts, connectionId ? `${reason}:${connectionId}` : reason)
    increase(this.kinds, kind)
    if (now - this.lastLineAt < LINE_EVERY_MS) return
    this.lastLineAt = now
    logger.warn('webhook requests refused', {
      counts: Object.fromEntries(this.counts),
      sources: Object.fromEntries(this.kinds),
    })
    this.counts.clear()
    this.kinds.clear()
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export const rejections = new Rejections()
