// Radix and sonner bring style elements of their own, hence inline styles; scripts come from us alone. Voice
// notes are played back from a blob before they are sent.
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(self), geolocation=(self)',
}
const ONE_YEAR_SECONDS = 31_536_000

/** What an API answers belongs to who asked: nothing in between may keep it. */
export function withSecurityHeaders(
  response: Response,
  about: { isApi: boolean; publicUrl: string },
): Response {
  const extra: Record<string, string> = {
    ...HEADERS,
    'content-security-policy': policyFor(response.headers.get('content-security-policy')),
  }
  if (about.publicUrl.startsWith('https:')) {
    extra['strict-transport-security'] = `max-age=${ONE_YEAR_SECONDS}`
  }
  if (about.isApi && !response.headers.has('cache-control')) extra['cache-control'] = 'no-store'
  try {
    for (const [name, value] of Object.entries(extra)) response.headers.set(name, value)
    return response
  } catch {
    // A response that came from fetch cannot be changed.
    const copy = new Response(response.body, response)
    for (const [name, value] of Object.entries(extra)) copy.headers.set(name, value)
    return copy
  }
}

/** A response may lock itself up, as files of strangers do. It may not open what the host keeps shut. */
function policyFor(own: string | null): string {
  const directives = (own ?? '').split(';').map((directive) => directive.trim())
  const isLocked =
    directives.includes("default-src 'none'") &&
    directives.every((directive) => directive === 'sandbox' || directive === "default-src 'none'")
  return own && isLocked ? own : CONTENT_SECURITY_POLICY
}
