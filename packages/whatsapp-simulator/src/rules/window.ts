/** Meta's customer service window: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows */
export const WINDOW_MS = 24 * 60 * 60 * 1000

export function windowKey(phoneNumberId: string, customerId: string): string {
  return `${phoneNumberId}:${customerId}`
}

/** A late, older message never shortens or reopens the window: the newest time of the customer counts. */
export function latestInbound(previous: number | undefined, messageTime: number): number {
  return previous === undefined ? messageTime : Math.max(previous, messageTime)
}

export function windowExpiresAt(lastInboundAt: number | undefined): number | null {
  return lastInboundAt === undefined ? null : lastInboundAt + WINDOW_MS
}

export function isWindowOpen(lastInboundAt: number | undefined, now: number): boolean {
  const expiresAt = windowExpiresAt(lastInboundAt)
  return expiresAt !== null && now < expiresAt
}
