import type { RateLimitConfig, RateLimitResult } from './types.ts'

interface Bucket {
  consumed: number
  endsAt: number
}

const SWEEP_EVERY = 10_000

/**
 * Fixed windows in this process's memory: a bound against floods, not an accounting. A host of
 * several processes lets through as many times more.
 */
export class RateLimiterService {
  readonly trustProxyDepth: number
  private readonly buckets = new Map<string, Bucket>()
  private readonly now: () => number

  constructor(options: { trustProxyDepth?: number; now?: () => number } = {}) {
    this.trustProxyDepth = options.trustProxyDepth ?? 0
    this.now = options.now ?? Date.now
  }

  async consume(key: string, config: RateLimitConfig): Promise<RateLimitResult> {
    const now = this.now()
    const name = bucketName(key, config)
    if (this.buckets.size > SWEEP_EVERY) this.sweep(now)
    let bucket = this.buckets.get(name)
    if (!bucket || bucket.endsAt <= now) {
      bucket = { consumed: 0, endsAt: now + config.duration * 1000 }
      this.buckets.set(name, bucket)
    }
    bucket.consumed += 1
    const isFirstRefusal = bucket.consumed === config.points + 1
    if (isFirstRefusal && config.blockDuration) bucket.endsAt = now + config.blockDuration * 1000
    return result(bucket, config, now)
  }

  async get(key: string, config: RateLimitConfig): Promise<RateLimitResult | null> {
    const bucket = this.buckets.get(bucketName(key, config))
    const now = this.now()
    return bucket && bucket.endsAt > now ? result(bucket, config, now) : null
  }

  async delete(key: string, config: RateLimitConfig): Promise<void> {
    this.buckets.delete(bucketName(key, config))
  }

  private sweep(now: number): void {
    for (const [name, bucket] of this.buckets) if (bucket.endsAt <= now) this.buckets.delete(name)
  }
}

function bucketName(key: string, config: RateLimitConfig): string {
  return `${config.keyPrefix ?? ''}:${key}`
}

function result(bucket: Bucket, config: RateLimitConfig, now: number): RateLimitResult {
  return {
    allowed: bucket.consumed <= config.points,
    remainingPoints: Math.max(0, config.points - bucket.consumed),
    msBeforeNext: bucket.endsAt - now,
    consumedPoints: bucket.consumed,
  }
}
