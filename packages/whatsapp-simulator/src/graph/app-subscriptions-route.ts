import type { Context } from 'hono'
import { verifyCallback } from '../webhooks/handshake.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { requireApp } from './token.ts'

const OBJECT = 'whatsapp_business_account'

/** `GET /{app-id}/subscriptions` with the app's own token. */
export function getAppSubscriptions(c: Context<GraphEnv>): Response {
  const appId = ownAppId(c)
  const subscription = c.get('simulation').store.world.appSubscriptions[appId]
  if (!subscription) return c.json({ data: [] })
  const { callbackUrl, fields, active } = subscription
  return c.json({
    data: [
      {
        object: OBJECT,
        callback_url: callbackUrl,
        active,
        fields: fields.map((name) => ({ name, version: 'v26.0' })),
      },
    ],
  })
}

/** `POST /{app-id}/subscriptions`: sets the app's callback after it has echoed the challenge. */
export async function postAppSubscriptions(c: Context<GraphEnv>): Promise<Response> {
  const appId = ownAppId(c)
  const { store } = c.get('simulation')
  const { object, callback_url, verify_token, fields } = c.get('parameters')
  if (object !== OBJECT) throw new GraphError(100, { title: `Param object must be one of {${OBJECT}}` })
  if (typeof callback_url !== 'string')
    throw new GraphError(100, { title: 'The parameter callback_url is required.' })
  if (typeof verify_token !== 'string')
    throw new GraphError(100, { title: 'The parameter verify_token is required.' })
  await verifyCallback(callback_url, verify_token)
  store.world.appSubscriptions[appId] = {
    callbackUrl: callback_url,
    fields: readFields(fields),
    active: true,
  }
  store.changed({ kind: 'subscriptions' })
  return c.json({ success: true })
}

/** `DELETE /{app-id}/subscriptions` */
export function deleteAppSubscriptions(c: Context<GraphEnv>): Response {
  const appId = ownAppId(c)
  const { store } = c.get('simulation')
  delete store.world.appSubscriptions[appId]
  store.changed({ kind: 'subscriptions' })
  return c.json({ success: true })
}

function ownAppId(c: Context<GraphEnv>): string {
  const appId = c.req.param('node')!
  requireApp(c.get('caller'), appId)
  return appId
}

function readFields(fields: unknown): string[] {
  if (fields === undefined) return ['messages']
  const names = Array.isArray(fields)
    ? fields
    : String(fields)
        .replace(/[[\]"\s]/g, '')
        .split(',')
  return names.map(String).filter(Boolean)
}
