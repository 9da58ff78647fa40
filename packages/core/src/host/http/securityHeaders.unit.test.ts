import { withSecurityHeaders } from './securityHeaders.ts'

const headersOf = (own: Record<string, string> = {}) =>
  withSecurityHeaders(new Response('x', { headers: own }), { isApi: true, publicUrl: 'https://shop.example' })
    .headers

it('lets our own pages record sound and play what was recorded, and nobody else', () => {
  expect(headersOf().get('permissions-policy')).toContain('microphone=(self)')
  expect(headersOf().get('content-security-policy')).toContain("media-src 'self' blob:")
})

it.each(["sandbox; default-src 'none'", "default-src 'none'; sandbox", "default-src 'none'"])(
  'leaves a response locked up that says %s',
  (policy) =>
    expect(headersOf({ 'content-security-policy': policy }).get('content-security-policy')).toBe(policy),
)

it.each([
  'default-src *',
  "default-src 'none'; script-src *",
  'sandbox allow-scripts allow-same-origin; default-src https:',
  "script-src 'unsafe-inline'",
  'sandbox',
  '',
])('puts its own policy in the place of %s', (policy) => {
  const kept = headersOf({ 'content-security-policy': policy }).get('content-security-policy')
  expect(kept).toContain("script-src 'self'")
})
