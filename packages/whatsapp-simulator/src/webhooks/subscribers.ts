import type { World } from '../world/world.ts'

/**
 * Where what an account has to tell goes for one app, or null when nowhere. Messages go to the number's override, else
 * to the account's, else to the app's callback; every other field to the app's callback alone. An override of an app that has no
 * callback at all gets everything, so that one address is enough to begin with.
 */
export function callbackFor(
  world: World,
  appId: string,
  wabaId: string,
  field: string,
  phoneNumberId?: string,
): string | null {
  const listens = world.accountSubscriptions.find((entry) => entry.appId === appId && entry.wabaId === wabaId)
  if (!listens) return null
  const ofNumber = phoneNumberId === undefined ? undefined : world.numberOverrides[phoneNumberId]
  if (ofNumber && field === 'messages') return ofNumber
  const app = world.appSubscriptions[appId]
  if (listens.overrideCallbackUri && (field === 'messages' || !app)) return listens.overrideCallbackUri
  return app?.active && app.fields.includes(field) ? app.callbackUrl : null
}

export function appsListeningTo(
  world: World,
  wabaId: string,
  field: string,
  phoneNumberId?: string,
): string[] {
  return world.accountSubscriptions
    .filter((entry) => entry.wabaId === wabaId)
    .filter((entry) => callbackFor(world, entry.appId, wabaId, field, phoneNumberId))
    .map((entry) => entry.appId)
}
