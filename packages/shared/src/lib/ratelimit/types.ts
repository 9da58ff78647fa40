/** `points` requests in `duration` seconds; past that, refused for `blockDuration` seconds where given. */
export interface RateLimitConfig {
  points: number
  duration: number
  blockDuration?: number
  keyPrefix?: string
}

export interface RateLimitResult {
  allowed: boolean
  remainingPoints: number
  msBeforeNext: number
  consumedPoints: number
}
