import { z } from 'zod'
import type { RateLimiterService } from './service.ts'
import type { RateLimitConfig } from './types.ts'

export const rateLimitErrorSchema = z.object({ error: z.string(), code: z.literal('too_many_requests') })

const remoteAddresses = new WeakMap<Request, string>()

/** Bootstrap only: a Web request does not carry its socket, so the host notes the peer's address. */
export function noteRemoteAddress(request: Request, address: string | undefined): void {
  if (address) remoteAddresses.set(request, address)
}

/**
 * The peer's address; behind `trustProxyDepth` proxies of our own, the entry of X-Forwarded-For that the
 * outermost of them wrote. Entries further left are the client's own claim and are never believed.
 */
export function getClientIp(request: Request, trustProxyDepth = 0): string | null {
  if (trustProxyDepth > 0) {
    const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
    const claimed = hops[hops.length - trustProxyDepth]
    if (claimed) return claimed
  }
  return remoteAddresses.get(request) ?? null
}

/** A 429 to return, or null when the request may go on. */
export async function checkRateLimit(
  service: RateLimiterService,
  config: RateLimitConfig,
  key: string,
  errorMessage: string,
): Promise<Response | null> {
  const verdict = await service.consume(key, config)
  if (verdict.allowed) return null
  return Response.json(
    { error: errorMessage, code: 'too_many_requests' },
    { status: 429, headers: { 'retry-after': String(Math.ceil(verdict.msBeforeNext / 1000)) } },
  )
}
