/** The provider's key in the hub, and its entry in the marketplace. */
export const PROVIDER_KEY = 'whatsapp'
export const INTEGRATION_ID = 'channel_whatsapp'

/** Meta's current Graph version as of November 2026; v25.0 is served until 29 July 2028. */
export const DEFAULT_API_VERSION = 'v26.0'

/**
 * Where Graph is. The operator's setting, never a tenant's: access tokens are sent there, so whoever chooses it
 * receives them.
 */
export function graphUrl(): string {
  return (process.env.OM_WHATSAPP_GRAPH_URL ?? 'https://graph.facebook.com').replace(/\/+$/, '')
}

/** Some of what is new Meta has at another address than Graph's. Where Graph is stood in for, that is too. */
export function apiUrl(): string {
  return process.env.OM_WHATSAPP_GRAPH_URL ? graphUrl() : 'https://api.facebook.com'
}
