import type { World } from '../world/world.ts'

/** Where the `messages` of an account go for one app: its override, else the app's callback; null when nowhere. */
export function callbackFor(world: World, appId: string, wabaId: string): string | null {
  const listens = world.accountSubscriptions.find((entry) => entry.appId === appId && entry.wabaId === wabaId)
  if (!listens) return null
  if (listens.overrideCallbackUri) return listens.overrideCallbackUri
  const app = world.appSubscriptions[appId]
  return app?.active && app.fields.includes('messages') ? app.callbackUrl : null
}

export function appsListeningTo(world: World, wabaId: string): string[] {
  return world.accountSubscriptions
    .filter((entry) => entry.wabaId === wabaId && callbackFor(world, entry.appId, wabaId))
    .map((entry) => entry.appId)
}
