import type { Context } from 'hono'
import { verifyCallback } from '../webhooks/handshake.ts'
import type { AccountSubscription } from '../world/world.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { ownAccount } from './lists-route.ts'

const MAX_OVERRIDE_LENGTH = 200

/** `GET /{waba-id}/subscribed_apps` */
export function getSubscribedApps(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const listening = c
    .get('simulation')
    .store.world.accountSubscriptions.filter((entry) => entry.wabaId === account.wabaId)
  return c.json({
    data: listening.map((entry) => ({
      whatsapp_business_api_data: {
        id: entry.appId,
        name: account.appName,
        link: `https://www.facebook.com/games/?app_id=${entry.appId}`,
      },
      ...(entry.overrideCallbackUri ? { override_callback_uri: entry.overrideCallbackUri } : {}),
    })),
  })
}

/** `POST /{waba-id}/subscribed_apps`: the caller's app listens; without a body an override is taken away again. */
export async function postSubscribedApps(c: Context<GraphEnv>): Promise<Response> {
  const account = ownAccount(c)
  const parameters = c.get('parameters')
  const override = parameters.override_callback_uri === undefined ? null : readOverride(parameters)
  if (override) await verifyCallback(override.uri, override.token)
  const { appId, wabaId } = account
  replaceSubscription(c, { appId, wabaId, overrideCallbackUri: override?.uri ?? null })
  return c.json({ success: true })
}

/** `DELETE /{waba-id}/subscribed_apps` */
export function deleteSubscribedApps(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  replaceSubscription(c, null, account.wabaId, account.appId)
  return c.json({ success: true })
}

/** Throws 100 for an address that is too long, and without the token to confirm it with. */
export function readOverride(given: Record<string, unknown>): { uri: string; token: string } {
  const { override_callback_uri: uri, verify_token: token } = given
  if (typeof uri !== 'string' || uri.length > MAX_OVERRIDE_LENGTH) {
    throw new GraphError(100, {
      title: `Param override_callback_uri must be at most ${MAX_OVERRIDE_LENGTH} characters long.`,
    })
  }
  if (typeof token !== 'string')
    throw new GraphError(100, { title: 'The parameter verify_token is required.' })
  return { uri, token }
}

function replaceSubscription(
  c: Context<GraphEnv>,
  next: AccountSubscription | null,
  wabaId = next?.wabaId,
  appId = next?.appId,
): void {
  const { store } = c.get('simulation')
  const others = store.world.accountSubscriptions.filter(
    (entry) => entry.wabaId !== wabaId || entry.appId !== appId,
  )
  store.world.accountSubscriptions = next ? [...others, next] : others
  store.changed({ kind: 'subscriptions' })
}
