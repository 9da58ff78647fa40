import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { GraphNumber } from '../graph/list-numbers.ts'

export interface NumberPlace {
  connectionId: string
  channelId: string
}

/**
 * Writes down what Graph said of a number. Limit, throughput and username are told by webhooks too: one of after
 * `askedAt` counts more, because Graph answered with what was before it.
 */
export async function keepNumber(
  db: Db,
  scope: Scope,
  { connectionId, channelId }: NumberPlace,
  number: GraphNumber,
  askedAt: Date,
): Promise<void> {
  await sql`
    insert into wa_numbers as n
      (tenant_id, organization_id, connection_id, phone_number_id, channel_id, display_phone_number, verified_name,
       quality_rating, status, name_status, new_name_status, code_verification_status, is_pin_enabled, is_official,
       platform_type, account_mode, is_on_biz_app, messaging_limit, throughput, username, synced_at, updated_at)
    values (${scope.tenantId}, ${scope.organizationId}, ${connectionId}, ${number.id}, ${channelId},
            ${number.display_phone_number}, ${number.verified_name ?? null}, ${number.quality_rating ?? null},
            ${number.status ?? null}, ${number.name_status ?? null}, ${number.new_name_status ?? null},
            ${number.code_verification_status ?? null}, ${number.is_pin_enabled ?? null},
            ${number.is_official_business_account ?? null}, ${number.platform_type ?? null},
            ${number.account_mode ?? null}, ${number.is_on_biz_app ?? null},
            ${number.whatsapp_business_manager_messaging_limit ?? null},
            ${number.throughput?.level ?? null}, ${number.username ?? null}, ${askedAt}, ${askedAt})
    on conflict (connection_id, phone_number_id) do update set
      channel_id = excluded.channel_id, display_phone_number = excluded.display_phone_number,
      verified_name = excluded.verified_name, quality_rating = excluded.quality_rating, status = excluded.status,
      name_status = excluded.name_status, new_name_status = excluded.new_name_status,
      code_verification_status = excluded.code_verification_status, is_pin_enabled = excluded.is_pin_enabled,
      is_official = excluded.is_official, platform_type = excluded.platform_type,
      account_mode = excluded.account_mode,
      is_on_biz_app = coalesce(excluded.is_on_biz_app, n.is_on_biz_app),
      messaging_limit = ${unlessToldSince('limit', 'messaging_limit')},
      throughput = ${unlessToldSince('throughput', 'throughput')},
      username = ${unlessToldSince('username', 'username')},
      synced_at = excluded.synced_at, updated_at = excluded.updated_at`.execute(db)
}

/** Webhooks have whole seconds. What Graph leaves out stays as it was told. */
function unlessToldSince(fact: 'limit' | 'throughput' | 'username', column: string) {
  const known = sql.ref(`n.${column}`)
  return sql`case
    when (n.reported -> ${fact}::text ->> 'at')::timestamptz >= date_trunc('second', excluded.synced_at) then ${known}
    else coalesce(${sql.ref(`excluded.${column}`)}, ${known}) end`
}
