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
}
