import { z } from 'zod'
import { consentRules } from '../consent/consent-rules.ts'
import { rulesOf, type StoredRules, toStored } from '../consent/stored-rules.ts'
import { requireSoundWords } from '../consent/words/sound-words.ts'
import { line } from '../content/bounds.ts'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { notificationName } from '../policy/notification-intent.ts'
import type { Scope } from '../scope.ts'

const MOST_LANGUAGES = 30
const MOST_NOTIFICATIONS = 100

const language = z.string().regex(/^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/, 'Write a language as “en” or “en_US”.')
const unique = (values: string[]) => [...new Set(values)]

/** What an organisation decides for all its channels. */
export const hubSettings = z.strictObject({
  /** The number that writes where no thread and no person says which. Null: the only one, or none. */
  defaultChannelId: z.uuid().nullable(),
  /** After how many days received files are deleted. Null: never. */
  fileRetentionDays: z.int().min(1).max(3650).nullable(),
  /** How many messages a minute leave that nobody typed: automatic ones and batches together. */
  automaticPerMinute: z.int().min(1).max(100_000),
  /** While there is one, nothing is deleted for its age. */
  legalHold: z.strictObject({ since: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
  consentRules,
  /** In which language the shop writes where nobody knows the person's. Null: English. */
  defaultLanguage: language.nullable(),
  /** The languages in which it writes by itself: what it sends has to be there in each. */
  notificationLanguages: z.array(language).max(MOST_LANGUAGES).transform(unique),
  /** What it sends by itself, by name (`lib/notifications/catalogue.ts`, or a name of its own). */
  enabledNotifications: z.array(notificationName).max(MOST_NOTIFICATIONS).transform(unique),
})
export type HubSettings = z.infer<typeof hubSettings>

/** What may be changed; since when a hold is there, nobody chooses. */
export const settingsChanges = hubSettings
  .extend({
    legalHold: z.strictObject({ reason: line(1, 500).nullable().default(null) }).nullable(),
    consentRules: consentRules.partial(),
  })
  .partial()
export type SettingsChanges = z.infer<typeof settingsChanges>

const UNSET: HubSettings = {
  defaultChannelId: null,
  fileRetentionDays: null,
  automaticPerMinute: 50,
  legalHold: null,
  consentRules: rulesOf(null),
  defaultLanguage: null,
  notificationLanguages: [],
  enabledNotifications: [],
}

interface Row extends Omit<HubSettings, 'legalHold' | 'consentRules'> {
  holdSince: Timestamp | null
  holdReason: string | null
  storedRules: StoredRules | null
}

export async function readSettings(db: Db, { tenantId, organizationId }: Scope): Promise<HubSettings> {
  const { rows } = await sql<Row>`
    select default_channel_id as "defaultChannelId", file_retention_days as "fileRetentionDays",
           automatic_per_minute as "automaticPerMinute", legal_hold_since as "holdSince",
           legal_hold_reason as "holdReason", consent_rules as "storedRules", default_language as "defaultLanguage",
           notification_languages as "notificationLanguages", enabled_notifications as "enabledNotifications"
    from cc_settings where tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  if (!rows[0]) return UNSET
  const { holdSince, holdReason, storedRules, ...settings } = rows[0]
  const legalHold = holdSince === null ? null : { since: toDate(holdSince).toISOString(), reason: holdReason }
  return { ...settings, legalHold, consentRules: rulesOf(storedRules) }
}

/** A hold that is there goes on since when it began, whatever its reason is now. */
export function changeSettings(
  before: HubSettings,
  { legalHold, consentRules, ...changes }: SettingsChanges,
  now: Date,
): HubSettings {
  const after = { ...before, ...changes, consentRules: { ...before.consentRules, ...consentRules } }
  if (legalHold === undefined) return after
  const since = before.legalHold?.since ?? now.toISOString()
  return { ...after, legalHold: legalHold && { since, reason: legalHold.reason } }
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
  requireSoundWords(settings.consentRules)
  const rules = toStored(settings.consentRules)
  if (settings.defaultChannelId) await requireChannel(db, scope, settings.defaultChannelId)
  await sql`
    update cc_settings
    set default_channel_id = ${settings.defaultChannelId}, file_retention_days = ${settings.fileRetentionDays},
        automatic_per_minute = ${settings.automaticPerMinute},
        legal_hold_since = ${settings.legalHold?.since ?? null},
        legal_hold_reason = ${settings.legalHold?.reason ?? null},
        consent_rules = ${rules && JSON.stringify(rules)}::jsonb, default_language = ${settings.defaultLanguage},
        notification_languages = ${settings.notificationLanguages}::text[],
        enabled_notifications = ${settings.enabledNotifications}::text[], updated_at = ${now}
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
