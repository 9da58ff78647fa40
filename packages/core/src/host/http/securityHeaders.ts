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

const HEADERS = Object.entries({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(self), geolocation=(self)',
})
const ONE_YEAR_SECONDS = 31_536_000

/** What an API answers belongs to who asked: nothing in between may keep it. */
export function withSecurityHeaders(
  response: Response,
  about: { isApi: boolean; publicUrl: string },
): Response {
  try {
    setSecurityHeaders(response.headers, about)
    return response
  } catch {
    // A response that came from fetch cannot be changed.
    const copy = new Response(response.body, response)
    setSecurityHeaders(copy.headers, about)
    return copy
  }
}

function setSecurityHeaders(headers: Headers, about: { isApi: boolean; publicUrl: string }): void {
  for (const [name, value] of HEADERS) headers.set(name, value)
  headers.set('content-security-policy', policyFor(headers.get('content-security-policy')))
  if (about.publicUrl.startsWith('https:')) {
    headers.set('strict-transport-security', `max-age=${ONE_YEAR_SECONDS}`)
  }
  if (about.isApi && !headers.has('cache-control')) headers.set('cache-control', 'no-store')
}

/** A response may lock itself up, as files of strangers do. It may not open what the host keeps shut. */
function policyFor(own: string | null): string {
  if (own === null) return CONTENT_SECURITY_POLICY
  const directives = own.split(';').map((directive) => directive.trim())
  const isLocked =
    directives.includes("default-src 'none'") &&
    directives.every((directive) => directive === 'sandbox' || directive === "default-src 'none'")
  return isLocked ? own : CONTENT_SECURITY_POLICY
}
