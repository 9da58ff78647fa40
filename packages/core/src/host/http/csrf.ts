const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const OWN_SITE = new Set(['same-origin', 'none'])

/**
 * Whether another site made the browser send this: an unsafe method that rides on the session cookie, with a
 * Sec-Fetch-Site or an Origin that is not ours. A bearer token is never sent by a browser on its own.
 */
export function isCrossSiteRequest(request: Request, publicUrl: string): boolean {
  if (SAFE_METHODS.has(request.method)) return false
  if (/^bearer\s/i.test(request.headers.get('authorization') ?? '')) return false
  if (!/(^|;\s*)om_session=/.test(request.headers.get('cookie') ?? '')) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && !OWN_SITE.has(site)) return true
  const origin = request.headers.get('origin')
  return origin !== null && origin !== new URL(request.url).origin && origin !== new URL(publicUrl).origin
}
