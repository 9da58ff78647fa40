import { z } from 'zod'
import { webhookUrl } from '../connections/connection-view.ts'
import { knownProblem } from '../errors/known-problem.ts'
import { askMeta, ourConnection, ourNumber } from '../numbers/our-number.ts'
import type { ProviderContext } from '../provider-context.ts'
import { appAccessOf } from './app-access.ts'
import {
  MAX_OVERRIDE_LENGTH,
  overrideNumber,
  subscribeAccount,
  subscribeApp,
  unsubscribeApp,
} from './subscribe.ts'

/** `isOn`: Meta is to deliver to this connection; else the level's own address is taken away. */
export const webhookChange = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('app'), isOn: z.boolean() }),
  z.strictObject({ level: z.literal('account'), isOn: z.boolean() }),
  z.strictObject({ level: z.literal('number'), channelId: z.uuid(), isOn: z.boolean() }),
])
export type WebhookChange = z.infer<typeof webhookChange>

/** @throws ChannelError 404; 422 `app_id_missing`, `webhook_url_too_long`; 422 and 503 with what Meta said */
export async function changeWebhook(
  ctx: ProviderContext,
  connectionId: string,
  change: WebhookChange,
): Promise<void> {
  const owner = await ourConnection(ctx, connectionId)
  const { connection, credentials, access } = owner
  const url = webhookUrl(ctx, connection)
  const callback = change.isOn ? { url, verifyToken: credentials.webhookVerifyToken } : null
  if (callback && change.level !== 'app' && url.length > MAX_OVERRIDE_LENGTH)
    throw knownProblem('webhook_url_too_long')
  if (change.level === 'app') {
    const app = appAccessOf(owner)
    if (!app) throw knownProblem('app_id_missing')
    return askMeta(ctx, owner, () => (callback ? subscribeApp(app, callback) : unsubscribeApp(app)))
  }
  if (change.level === 'account') {
    return askMeta(ctx, owner, () => subscribeAccount(access, connection.businessAccountId, callback))
  }
  const { number } = await ourNumber(ctx, connectionId, change.channelId)
  return askMeta(ctx, owner, () => overrideNumber(access, number.phoneNumberId, callback))
}
