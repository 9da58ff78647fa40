import { listChannels } from '@open-mercato/communication-channels/modules/communication_channels/lib/channels/list-channels'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { notificationsInUse } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notifications-in-use'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { readSettings } from '@open-mercato/communication-channels/modules/communication_channels/lib/settings/settings'
import { selectConnections, selectNumbers } from '../../connections/connection-statements.ts'
import type { ProviderContext } from '../../provider-context.ts'
import type { Template } from '../component.ts'
import { findMappings } from '../mapping/mapping-statements.ts'
import { preflightCells } from './matrix.ts'
import { isRed, type Preflight, type PreflightNumber } from './preflight.ts'

type PreflightContext = Pick<ProviderContext, 'db' | 'scope' | 'now'>

/** What everybody is written to in where nobody named a language. */
const STANDARD_LANGUAGE = 'en'

/** The notifications of the organisation, in its languages, from its numbers: what would leave if it was sent now. */
export async function showPreflight(ctx: PreflightContext): Promise<Preflight> {
  const { notifications, languages, numbers, cells } = await check(ctx)
  const named = notifications.map(({ name, purpose, isInUse, keys }) => ({ name, purpose, isInUse, keys }))
  return { notifications: named, languages, numbers, cells }
}

/**
 * The notifications that would not leave somewhere, of those that somebody switched on or that were sent lately: what the hub
 * could ask for by itself one day is no alarm.
 */
export async function blockedNotifications(ctx: PreflightContext): Promise<string[]> {
  const { notifications, settings, cells } = await check(ctx)
  const isBlocked = new Set(cells.filter(isRed).map(({ notification }) => notification))
  return notifications
    .filter(({ isInUse, lastSentAt }) => isInUse && lastSentAt !== null)
    .map(({ name }) => name)
    .concat(settings.enabledNotifications)
    .filter((name, position, all) => isBlocked.has(name) && all.indexOf(name) === position)
}

async function check({ db, scope, now }: PreflightContext) {
  const [notifications, settings, numbers] = await Promise.all([
    notificationsInUse(db, scope, now),
    readSettings(db, scope),
    numbersOn(db, scope),
  ])
  const { defaultLanguage, notificationLanguages } = settings
  const languages = [...new Set([defaultLanguage ?? STANDARD_LANGUAGE, ...notificationLanguages])]
  const names = notifications.map(({ name }) => name)
  const connectionIds = [...new Set(numbers.map(({ connectionId }) => connectionId))]
  const [templates, mappings] = await Promise.all([
    findTemplatesOf(db, scope, connectionIds, names),
    findMappings(db, scope, connectionIds, names),
  ])
  const facts = { languages, defaultLanguage, numbers, templates, mappings }
  return {
    ...{ notifications, settings, languages, numbers },
    cells: preflightCells({ ...facts, notifications: names }),
  }
}

/** Those that are switched on. */
async function numbersOn(db: Db, scope: Scope): Promise<PreflightNumber[]> {
  const [numbers, channels, connections] = await Promise.all([
    selectNumbers(db, scope),
    listChannels(db, scope),
    selectConnections(db, scope),
  ])
  const isOn = new Set(channels.filter(({ isEnabled }) => isEnabled).map(({ id }) => id))
  return numbers.flatMap(({ channelId, connectionId, displayPhoneNumber: phone }) => {
    const connection = connections.find(({ id }) => id === connectionId)
    if (!connection || !isOn.has(channelId)) return []
    return [{ channelId, phone, accountName: connection.accountName ?? connection.name, connectionId }]
  })
}

async function findTemplatesOf(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionIds: string[],
  names: string[],
): Promise<(Template & { connectionId: string })[]> {
  const { rows } = await sql<Template & { connectionId: string }>`
    select id, connection_id as "connectionId", name, language, category, status, components
    from wa_templates
    where tenant_id = ${tenantId} and organization_id = ${organizationId}
      and connection_id = any(${connectionIds}::uuid[]) and name = any(${names}::text[])
    order by name, language`.execute(db)
  return rows
}
