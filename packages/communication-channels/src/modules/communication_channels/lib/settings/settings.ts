import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import { ChannelError } from '../errors.ts'
import type { Scope } from '../scope.ts'

/** What an organisation decides for all its channels. */
export const hubSettings = z.strictObject({
  /** The number that writes where no thread and no person says which. Null: the only one, or none. */
  defaultChannelId: z.uuid().nullable(),
  /** After how many days received files are deleted. Null: never. */
  fileRetentionDays: z.int().min(1).max(3650).nullable(),
})
export type HubSettings = z.infer<typeof hubSettings>

const UNSET: HubSettings = { defaultChannelId: null, fileRetentionDays: null }

export async function readSettings(db: Db, { tenantId, organizationId }: Scope): Promise<HubSettings> {
  const { rows } = await sql<HubSettings>`
    select default_channel_id as "defaultChannelId", file_retention_days as "fileRetentionDays"
    from cc_settings where tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? UNSET
}

/** As they are, and nobody else changes them until the transaction ends: two who each change another one both get it. */
export async function holdSettings(db: Db, { tenantId, organizationId }: Scope): Promise<HubSettings> {
  await sql`
    insert into cc_settings (tenant_id, organization_id) values (${tenantId}, ${organizationId})
    on conflict (tenant_id, organization_id) do update set tenant_id = excluded.tenant_id`.execute(db)
  return readSettings(db, { tenantId, organizationId })
}

/** Those that are held. */
export async function saveSettings(db: Db, scope: Scope, settings: HubSettings, now: Date): Promise<void> {
  const { tenantId, organizationId } = scope
  if (settings.defaultChannelId) await requireChannel(db, scope, settings.defaultChannelId)
  await sql`
    update cc_settings
    set default_channel_id = ${settings.defaultChannelId}, file_retention_days = ${settings.fileRetentionDays},
        updated_at = ${now}
    where tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
}

async function requireChannel(db: Db, { tenantId, organizationId }: Scope, id: string): Promise<void> {
  const { rows } = await sql`
    select id from cc_communication_channels
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  if (rows.length > 0) return
  throw new ChannelError(422, 'channel_unknown', 'This number is not yours.', 'Choose one of your numbers.', {
    fieldErrors: { defaultChannelId: 'This number is not yours.' },
  })
}
