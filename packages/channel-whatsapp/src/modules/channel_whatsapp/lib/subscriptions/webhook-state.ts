import { z } from 'zod'
import type { AccountSubscription, AppSubscription } from './read-subscriptions.ts'
import { WEBHOOK_FIELDS } from './webhook-fields.ts'

/**
 * here       Meta delivers to this connection
 * elsewhere  it delivers to another address
 * inherited  it has no address of its own: the next level's counts
 * off        nothing is delivered
 */
export const levelState = z.enum(['here', 'elsewhere', 'inherited', 'off'])
export type LevelState = z.infer<typeof levelState>

export function appState(app: AppSubscription | null, ours: Ours): LevelState {
  if (!app?.url || !app.isActive) return 'off'
  return isOurs(app.url, ours) ? 'here' : 'elsewhere'
}

export function accountState({ isSubscribed, url }: AccountSubscription, ours: Ours): LevelState {
  return isSubscribed ? numberState(url, ours) : 'off'
}

export function numberState(url: string | null, ours: Ours): LevelState {
  if (!url) return 'inherited'
  return isOurs(url, ours) ? 'here' : 'elsewhere'
}

/**
 * The connection's own address, and those of the app's other connections: what arrives there is sorted by account.
 */
type Ours = readonly string[]

function isOurs(url: string, ours: Ours): boolean {
  return ours.some((address) => isSameAddress(url, address))
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]'])

/** A local run is known by several names. */
function isSameAddress(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => {
    const url = URL.parse(address)
    if (url && LOOPBACK.has(url.hostname)) url.hostname = 'localhost'
    return url?.href ?? address
  })
  return a === b
}

/** What the app is not subscribed to of what is read here; nothing where it delivers elsewhere. */
export function missingFields(app: AppSubscription | null, ours: Ours): string[] {
  if (!app || appState(app, ours) !== 'here') return []
  return WEBHOOK_FIELDS.filter((field) => !app.fields.includes(field))
}

/**
 * Whether messages to a number arrive here: its own address counts before the account's, and that before the app's.
 * An account that no app listens to delivers nothing, whatever address a number has. Null where a level that decides
 * is not known.
 */
export function messagesArrive(
  app: LevelState | null,
  account: LevelState | null,
  number: LevelState | null,
): boolean | null {
  if (account === 'off') return false
  for (const level of [number, account, app]) {
    if (level === null) return null
    if (level !== 'inherited') return level === 'here'
  }
  return false
}
