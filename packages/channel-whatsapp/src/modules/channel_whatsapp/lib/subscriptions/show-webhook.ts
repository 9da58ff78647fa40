import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import { connectionDirectory } from '../connections/connection-directory.ts'
import { selectNumbers } from '../connections/connection-statements.ts'
import { webhookUrl } from '../connections/connection-view.ts'
import { knownProblem } from '../errors/known-problem.ts'
import { askMeta, type OurConnection, ourConnection } from '../numbers/our-number.ts'
import type { ProviderContext } from '../provider-context.ts'
import { appAccessOf } from './app-access.ts'
import { readAccountSubscription, readAppSubscription, readNumberOverride } from './read-subscriptions.ts'
import {
  accountState,
  appState,
  type LevelState,
  levelState,
  messagesArrive,
  missingFields,
  numberState,
} from './webhook-state.ts'

/** What could not be asked, and why, stands beside what could. */
const problem = z.object({ code: z.string(), message: z.string() })
const level = z.object({
  state: levelState.nullable(),
  url: z.string().nullable(),
  problem: problem.nullable(),
})

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
  const { businessAccountId, appId } = connection
  const ours = await addressesOf(ctx, owner)
  const ask = <T>(read: () => Promise<T>) => settled(() => askMeta(ctx, owner, read))
  const numbers = (await selectNumbers(ctx.db, ctx.scope)).filter((one) => one.connectionId === connectionId)
  const [asApp, asAccount, ...asNumbers] = await Promise.all([
    askApp(owner, ask),
    ask(() => readAccountSubscription(access, businessAccountId, appId)),
    ...numbers.map(({ phoneNumberId }) => ask(() => readNumberOverride(access, phoneNumberId))),
  ])
  const app = levelOf(asApp, (told) => ({ state: appState(told, ours), url: told?.url ?? null }))
  const account = levelOf(asAccount, (told) => ({ state: accountState(told, ours), url: told.url }))
  return {
    url: webhookUrl(ctx, connection),
    app: { ...app, missingFields: 'value' in asApp ? missingFields(asApp.value, ours) : [] },
    account,
    numbers: numbers.map(({ channelId }, index) => {
      const own = levelOf(asNumbers[index]!, (url) => ({ state: numberState(url, ours), url }))
      return { channelId, ...own, messagesArrive: messagesArrive(app.state, account.state, own.state) }
    }),
  }
}

/** The connection's own, and those of the app's other connections. */
async function addressesOf(ctx: ProviderContext, { connection }: OurConnection): Promise<string[]> {
  const known = await (await connectionDirectory(ctx.em)).find(connection.key)
  const siblings = [...(known?.siblings.values() ?? [])]
  return [webhookUrl(ctx, connection), ...siblings.map((key) => webhookUrl(ctx, { key }))]
}

type Asked<T> = { value: T } | { problem: z.infer<typeof problem> }

async function askApp(owner: OurConnection, ask: <T>(read: () => Promise<T>) => Promise<Asked<T>>) {
  const app = appAccessOf(owner)
  return app ? ask(() => readAppSubscription(app)) : { problem: problemOf(knownProblem('app_id_missing')) }
}

function levelOf<T>(asked: Asked<T>, read: (told: T) => { state: LevelState; url: string | null }) {
  if ('problem' in asked) return { state: null, url: null, problem: asked.problem }
  return { ...read(asked.value), problem: null }
}

async function settled<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { value: await ask() }
  } catch (error) {
    if (error instanceof ChannelError) return { problem: problemOf(error) }
    throw error
  }
}

function problemOf({ code, message }: ChannelError): z.infer<typeof problem> {
  return { code, message }
}
