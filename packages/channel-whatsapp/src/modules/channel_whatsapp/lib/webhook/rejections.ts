import { createLogger } from '@open-mercato/shared/lib/logger'

const logger = createLogger('channel_whatsapp.webhook')
const LINE_EVERY_MS = 10_000

/**
 * Counts refused requests and logs one line for many, so that a flood of forged ones fills no disk. Says nothing of
 * what they contained.
 */
export class Rejections {
  private readonly counts = new Map<string, number>()
  private lastLineAt = Number.NEGATIVE_INFINITY

  count(
    reason: 'signature' | 'verify_token' | 'unknown_key',
    connectionId: string | null,
    now: number,
  ): void {
    const key = connectionId ? `${reason}:${connectionId}` : reason
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    if (now - this.lastLineAt < LINE_EVERY_MS) return
    this.lastLineAt = now
    logger.warn('webhook requests refused', { counts: Object.fromEntries(this.counts) })
    this.counts.clear()
  }
}

export const rejections = new Rejections()
