/** What Meta reported, as `GET /api/channel_whatsapp/connections/:id/timeline` returns it. */
export type AccountEvent = {
  id: string
  field: string
  kind: string
  severity: 'info' | 'warning' | 'problem'
  subject: string | null
  channelId: string | null
  occurredAt: string
  receivedAt: string
  detail: { kind: string } & Record<string, unknown>
  /** What it means today for what is sent with a template. */
  effect: {
    usedBy: { queued: number; scheduled: number; notifications: string[] } | null
    category: { to: string; sentLast30Days: number; withoutMarketingConsent: number | null } | null
  } | null
}
