import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import { DOUBLE_OPT_IN, RE_ENGAGEMENT } from '../policy/notification-intent.ts'
import type { Purpose } from '../policy/purpose.ts'
import type { Scope } from '../scope.ts'
import { type HubSettings, readSettings } from '../settings/settings.ts'
import { KNOWN_NOTIFICATIONS, STOP_CONFIRMATION } from './catalogue.ts'

export interface NotificationUse {
  name: string
  /** What it is for where its template does not say otherwise. */
  purpose: Purpose
  /** What its data are called; of one that only the shop knows, nobody can say. */
  keys: string[]
  isInUse: boolean
  /** When one last was to leave, whatever became of it. */
  lastSentAt: Date | null
}

interface Sent {
  name: string
  purpose: Purpose | null
  at: Date
}

const COUNTS_FOR_MS = 30 * 24 * 60 * 60 * 1000

/**
 * The notifications that there are, the well-known ones first. In use are those that somebody switched on, that the hub sends
 * by itself, and that were sent in the last 30 days; one with a name of the shop's own is listed for so long.
 */
export async function notificationsInUse(db: Db, scope: Scope, now: Date): Promise<NotificationUse[]> {
  const [sent, settings] = await Promise.all([lastSent(db, scope, now), readSettings(db, scope)])
  const byName = new Map(sent.map((one) => [one.name, one]))
  const since = new Date(now.getTime() - COUNTS_FOR_MS)
  const wanted = new Set([...settings.enabledNotifications, ...askedByHub(settings)])
  const use = (name: string, purpose: Purpose, keys: string[]): NotificationUse => {
    const at = byName.get(name)?.at ?? null
    return { name, purpose, keys, isInUse: wanted.has(name) || (at !== null && at >= since), lastSentAt: at }
  }
  const known = KNOWN_NOTIFICATIONS.map(({ name, purpose, samples }) =>
    use(name, purpose, Object.keys(samples)),
  )
  const own = [...new Set([...byName.keys(), ...settings.enabledNotifications])]
    .filter((name) => !KNOWN_NOTIFICATIONS.some((one) => one.name === name))
    .map((name) => use(name, byName.get(name)?.purpose ?? 'utility', []))
  return [...known, ...own.filter(({ isInUse }) => isInUse)]
}

/** A second yes is asked for where the organisation demands it; the others whenever there is a reason. */
function askedByHub({ consentRules }: HubSettings): string[] {
  return [RE_ENGAGEMENT, STOP_CONFIRMATION, ...(consentRules.doubleOptIn ? [DOUBLE_OPT_IN] : [])]
}

/** By name the last one that was due. From name to name along the index: there are few names, and many messages of each. */
async function lastSent(db: Db, { tenantId, organizationId }: Scope, now: Date): Promise<Sent[]> {
  const ours = sql`tenant_id = ${tenantId} and organization_id = ${organizationId}`
  const { rows } = await sql<Omit<Sent, 'at'> & { at: Timestamp }>`
    with recursive names (name) as (
      select min(notification) from cc_external_messages where ${ours} and notification is not null
      union all
      select (select min(notification) from cc_external_messages where ${ours} and notification > names.name)
      from names where names.name is not null
    )
    select name, last.purpose, last.at from names
    cross join lateral (
      select purpose, sent_at as at from cc_external_messages
      where ${ours} and notification = names.name and sent_at <= ${now} and status <> 'cancelled'
      order by sent_at desc limit 1) last
    where name is not null`.execute(db)
  return rows.map((row) => ({ ...row, at: toDate(row.at) }))
}
