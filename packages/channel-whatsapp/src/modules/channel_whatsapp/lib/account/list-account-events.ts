import {
  decodeCursor,
  encodeCursor,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/cursor'
import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { z } from 'zod'
import { accountDetail, readDetail } from './account-detail.ts'
import { ACCOUNT_EVENT } from './apply-account-events.ts'
import { templateEffect, templateEffects } from './template-effects.ts'

export const accountEventView = z.object({
  id: z.uuid(),
  field: z.string(),
  kind: z.string(),
  severity: z.enum(['info', 'warning', 'problem']),
  subject: z.string().nullable(),
  channelId: z.uuid().nullable(),
  occurredAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  detail: accountDetail,
  effect: templateEffect.nullable(),
})
export type AccountEventView = z.infer<typeof accountEventView>

type Row = Omit<AccountEventView, 'occurredAt' | 'receivedAt' | 'detail' | 'effect'> & {
  occurredAt: Timestamp
  receivedAt: Timestamp
  cursorAt: string
  detail: string
}

/** What Meta reported about a connection, newest first. */
export async function listAccountEvents(
  ctx: { db: Db; scope: Scope; encryption: TenantEncryptionService; now: Date },
  connectionId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: AccountEventView[]; nextCursor: string | null }> {
  const { db, scope, encryption } = ctx
  const after = decodeCursor(cursor)
  const { rows } = await sql<Row>`
    select id, field, kind, severity, subject, channel_id as "channelId", occurred_at as "occurredAt",
           received_at as "receivedAt", detail,
           to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from wa_account_events
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and connection_id = ${connectionId}
      ${after ? sql`and (occurred_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by occurred_at desc, id desc
    limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const events = await Promise.all(page.map((row) => viewOf(row, scope, encryption)))
  const effects = await templateEffects(ctx, connectionId, events)
  return {
    items: events.map((event) => ({ ...event, effect: effects.get(event.id) ?? null })),
    nextCursor: rows.length > limit && last ? encodeCursor({ at: last.cursorAt, id: last.id }) : null,
  }
}

async function viewOf(
  { cursorAt: _, ...row }: Row,
  { tenantId, organizationId }: Scope,
  encryption: TenantEncryptionService,
): Promise<Omit<AccountEventView, 'effect'>> {
  const encrypted = { detail: row.detail }
  const plain = await encryption.decryptEntityPayload(ACCOUNT_EVENT, encrypted, tenantId, organizationId)
  return {
    ...row,
    occurredAt: toDate(row.occurredAt).toISOString(),
    receivedAt: toDate(row.receivedAt).toISOString(),
    detail: readDetail(JSON.parse(String(plain.detail))),
  }
}
