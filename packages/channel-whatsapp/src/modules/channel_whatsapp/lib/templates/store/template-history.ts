import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { z } from 'zod'
import { type AccountDetail, readDetail } from '../../account/account-detail.ts'
import { ACCOUNT_EVENT } from '../../account/apply-account-events.ts'

const said = z.string().nullable()

/** One thing that Meta told of a template; `event` is its status, its score or its category after that. */
export const historyEntry = z.object({
  at: z.iso.datetime(),
  kind: z.string(),
  event: z.string(),
  reason: said,
  description: said,
  recommendation: said,
})
export type HistoryEntry = z.infer<typeof historyEntry>

interface Told {
  connectionId: string
  externalId: string
  name: string
  language: string
}

/** What webhooks told of a template, the newest first. */
export async function listHistory(
  { db, scope, encryption }: { db: Db; scope: Scope; encryption: TenantEncryptionService },
  { connectionId, externalId, name, language }: Told,
): Promise<HistoryEntry[]> {
  const { tenantId, organizationId } = scope
  // As `subjectOf` writes it.
  const subjects = [`${name} (${language})`.slice(0, 600), externalId]
  const { rows } = await sql<{ kind: string; at: Timestamp; detail: string }>`
    select kind, occurred_at as at, detail from wa_account_events
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and connection_id = ${connectionId}
      and subject = any(${subjects}::text[]) and kind like 'template\\_%'
    order by occurred_at desc, id desc limit 100`.execute(db)
  return Promise.all(
    rows.map(async ({ kind, at, detail: sealed }) => {
      const plain = await encryption.decryptEntityPayload(
        ACCOUNT_EVENT,
        { detail: sealed },
        tenantId,
        organizationId,
      )
      const detail = readDetail(JSON.parse(String(plain.detail)))
      return { at: toDate(at).toISOString(), kind, ...toldBy(detail) }
    }),
  )
}

function toldBy(detail: AccountDetail): Omit<HistoryEntry, 'at' | 'kind'> {
  const nothing = { reason: null, description: null, recommendation: null }
  switch (detail.kind) {
    case 'template_status': {
      const { event, reason, title, description, recommendation } = detail
      return { event, reason: reason ?? title, description, recommendation }
    }
    case 'template_quality':
    case 'template_category':
      return { ...nothing, event: detail.current }
    case 'template_category_impending':
    case 'template_category_detected':
      return { ...nothing, event: detail.correct }
    default:
      return { ...nothing, event: 'CHANGED' }
  }
}
