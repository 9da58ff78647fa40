import { z } from 'zod'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'

export const channelView = z.object({
  id: z.uuid(),
  displayName: z.string(),
  address: z.string().nullable(),
  providerKey: z.string(),
  channelType: z.string(),
  isEnabled: z.boolean(),
  connectionId: z.uuid(),
  externalIdentifier: z.string(),
  accountIdentifier: z.string().nullable(),
  /** Why sending from it is paused, or tried out again; null where it goes on as usual. */
  circuit: z
    .object({
      state: z.enum(['open', 'half_open']),
      reason: z.string(),
      retryAt: z.iso.datetime().nullable(),
    })
    .nullable(),
})
export type ChannelView = z.infer<typeof channelView>

interface Row extends Omit<ChannelView, 'circuit'> {
  state: 'open' | 'half_open' | null
  reason: string | null
  retryAt: Timestamp | null
}

/** All numbers of the organisation, or those of one connection. */
export async function listChannels(db: Db, scope: Scope, connectionId?: string): Promise<ChannelView[]> {
  const { rows } = await sql<Row>`
    select ch.id, ch.display_name as "displayName", ch.address, ch.provider_key as "providerKey",
           ch.channel_type as "channelType", ch.is_enabled as "isEnabled", ch.connection_id as "connectionId",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           circuit.state, circuit.reason, circuit.retry_at as "retryAt"
    from cc_communication_channels ch
    left join cc_circuits circuit on circuit.channel_id = ch.id and circuit.state <> 'closed'
    where ch.tenant_id = ${scope.tenantId} and ch.organization_id = ${scope.organizationId}
      ${connectionId ? sql`and ch.connection_id = ${connectionId}` : sql``}
    order by ch.display_name, ch.id`.execute(db)
  return rows.map(({ state, reason, retryAt, ...channel }) => ({
    ...channel,
    circuit: state && { state, reason: reason ?? '', retryAt: toDate(retryAt)?.toISOString() ?? null },
  }))
}
