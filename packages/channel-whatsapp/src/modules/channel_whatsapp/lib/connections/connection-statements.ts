import {
  type Db,
  sql,
  type Timestamp,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

export interface ConnectionRow {
  id: string
  key: string
  name: string
  isDefault: boolean
  credentialsId: string
  businessAccountId: string
  phoneNumberId: string
  appId: string | null
  status: 'connected' | 'error' | 'requires_reauth'
  lastError: string | null
  templatesSyncedAt: Timestamp | null
  updatedAt: Timestamp
  accountName: string | null
  /** The business portfolio that owns the account, as far as Graph told. */
  portfolioId: string | null
  portfolioName: string | null
  /** What webhooks said about the account, by fact. */
  reported: Record<string, unknown>
}

const columns = sql`id, key, name, is_default as "isDefault", credentials_id as "credentialsId",
  business_account_id as "businessAccountId", phone_number_id as "phoneNumberId", app_id as "appId", status,
  last_error as "lastError", templates_synced_at as "templatesSyncedAt", updated_at as "updatedAt",
  account_name as "accountName", portfolio_id as "portfolioId", portfolio_name as "portfolioName", reported`

export async function selectConnections(
  db: Db,
  scope: Scope,
  id: string | null = null,
): Promise<ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select ${columns} from wa_connections
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId} and deleted_at is null
      ${id ? sql`and id = ${id}` : sql``}
    order by is_default desc, name, id`.execute(db)
  return rows
}

export interface NumberRow {
  connectionId: string
  channelId: string
  phoneNumberId: string
  displayPhoneNumber: string
  verifiedName: string | null
  qualityRating: string | null
  messagingLimit: string | null
  throughput: string | null
  isFlagged: boolean
  nameDecision: string | null
  requestedName: string | null
  username: string | null
  /** Meta's words, as Graph said them last. */
  status: string | null
  nameStatus: string | null
  newNameStatus: string | null
  codeVerificationStatus: string | null
  isPinEnabled: boolean | null
  isOfficial: boolean | null
  platformType: string | null
  accountMode: string | null
}

export async function selectNumbers(db: Db, scope: Scope): Promise<NumberRow[]> {
  const { rows } = await sql<NumberRow>`
    select connection_id as "connectionId", channel_id as "channelId", phone_number_id as "phoneNumberId",
           display_phone_number as "displayPhoneNumber", verified_name as "verifiedName",
           quality_rating as "qualityRating", messaging_limit as "messagingLimit", throughput,
           quality_flag is not null as "isFlagged", name_decision as "nameDecision",
           requested_name as "requestedName", username, status, name_status as "nameStatus",
           new_name_status as "newNameStatus", code_verification_status as "codeVerificationStatus",
           is_pin_enabled as "isPinEnabled", is_official as "isOfficial", platform_type as "platformType",
           account_mode as "accountMode"
    from wa_numbers where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
    order by display_phone_number`.execute(db)
  return rows
}

export interface TemplateCount {
  connectionId: string
  approved: number
  total: number
}

export async function countTemplates(db: Db, scope: Scope): Promise<TemplateCount[]> {
  const { rows } = await sql<TemplateCount>`
    select connection_id as "connectionId", count(*)::int as total,
           (count(*) filter (where status = 'APPROVED'))::int as approved
    from wa_templates where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
    group by connection_id`.execute(db)
  return rows
}
