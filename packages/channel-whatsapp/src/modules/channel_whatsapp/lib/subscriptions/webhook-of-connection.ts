import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import { connectionDirectory } from '../connections/connection-directory.ts'
import { selectNumbers } from '../connections/connection-statements.ts'
import { webhookUrl } from '../connections/connection-view.ts'
import { knownProblem } from '../errors/known-problem.ts'
import { askMeta, type OurConnection, ourConnection, ourNumber } from '../numbers/our-number.ts'
import type { ProviderContext } from '../provider-context.ts'
import { readAccountSubscription, readAppSubscription, readNumberOverride } from './read-subscriptions.ts'
import {
  type AppAccess,
  MAX_OVERRIDE_LENGTH,
  overrideNumber,
  subscribeAccount,
  subscribeApp,
  unsubscribeApp,
} from './subscribe.ts'
import {
  accountState,
  appState,
  levelState,
  messagesArrive,
  missingFields,
  numberState,
} from './webhook-state.ts'

/** What could not be asked, and why, stands beside what could. */
const problem = z.object({ code: z.string(), message: z.string() }).nullable()
const level = z.object({ state: levelState.nullable(), url: z.string().nullable(), problem })

export const webhookView = z.object({
  url: z.string(),
  app: level.extend({ missingFields: z.array(z.string()) }),
  account: level,
  numbers: z.array(level.extend({ channelId: z.uuid(), messagesArrive: z.boolean().nullable() })),
})
export type WebhookView = z.infer<typeof webhookView>

/** Where Meta delivers to, as Graph says right now, at every level. */
export async function showWebhook(ctx: ProviderContext, connectionId: string): Promise<WebhookView> {
  const owner = await ourConnection(ctx, connectionId)
  const { connection, access } = owner
  const url = webhookUrl(ctx, connection)
  const known = await (await connectionDirectory(ctx.em)).find(connection.key)
  const siblings = [...(known?.siblings.values() ?? [])]
  const ours = [url, ...siblings.map((key) => webhookUrl(ctx, { key }))]
  const appAccess = appAccessOf(owner)
  const ask = <T>(read: () => Promise<T>) => settled(() => askMeta(ctx, owner, read))
  const all = await selectNumbers(ctx.db, ctx.scope)
  const numbers = all.filter((number) => number.connectionId === connectionId)
  const [app, account, ...overrides] = await Promise.all([
    appAccess
      ? ask(() => readAppSubscription(appAccess))
      : { problem: problemOf(knownProblem('app_id_missing')) },
    ask(() => readAccountSubscription(access, connection.businessAccountId, connection.appId)),
    ...numbers.map(({ phoneNumberId }) => ask(() => readNumberOverride(access, phoneNumberId))),
  ])
  const appLevel = {
    state: 'value' in app ? appState(app.value, ours) : null,
    url: 'value' in app ? (app.value?.url ?? null) : null,
    problem: 'problem' in app ? app.problem : null,
    missingFields: 'value' in app ? missingFields(app.value, ours) : [],
  }
  const accountLevel = {
    state: 'value' in account ? accountState(account.value, ours) : null,
    url: 'value' in account ? account.value.url : null,
    problem: 'problem' in account ? account.problem : null,
  }
  return {
    url,
    app: appLevel,
    account: accountLevel,
    numbers: numbers.map(({ channelId }, index) => {
      const own = overrides[index]!
      const state = 'value' in own ? numberState(own.value, ours) : null
      return {
        channelId,
        state,
        url: 'value' in own ? own.value : null,
        problem: 'problem' in own ? own.problem : null,
        messagesArrive: messagesArrive(appLevel.state, accountLevel.state, state),
      }
    }),
  }
}

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

function appAccessOf({ connection, credentials, access }: OurConnection): AppAccess | null {
  const { appId } = connection
  return appId ? { appId, appSecret: credentials.appSecret, apiVersion: access.apiVersion } : null
}

async function settled<T>(
  ask: () => Promise<T>,
): Promise<{ value: T } | { problem: z.infer<typeof problem> }> {
  try {
    return { value: await ask() }
  } catch (error) {
    if (error instanceof ChannelError) return { problem: problemOf(error) }
    throw error
  }
}

function problemOf(error: ChannelError): { code: string; message: string } {
  return { code: error.code, message: error.message }
}
