import { z } from 'zod'
import { knownProblem } from './errors/known-problem.ts'
import type { WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { graphAccessOf } from './graph/graph-access.ts'
import type { AppAccess } from './subscriptions/app-access.ts'
import {
  readAccountSubscription,
  readAppSubscription,
  readNumberOverride,
} from './subscriptions/read-subscriptions.ts'
import {
  overrideNumber,
  subscribeAccount,
  subscribeApp,
  unsubscribeAccount,
  unsubscribeApp,
} from './subscriptions/subscribe.ts'

type WebhookMethods = Pick<
  WhatsAppExtendedAdapter,
  'getWebhookUrl' | 'subscribeWebhook' | 'unsubscribeWebhook' | 'getWebhookSubscriptions'
>

const accountOf = graphAccessOf.extend({ businessAccountId: z.string() })
const appOf = graphAccessOf.extend({ appId: z.string().nullish(), appSecret: z.string() })

/** Where deliveries go. All throw GraphError and GraphUnreachable. */
export const webhookMethods: WebhookMethods = {
  getWebhookUrl({ publicUrl, connectionKey }) {
    return `${publicUrl.replace(/\/+$/, '')}/api/channel_whatsapp/webhook/${connectionKey}`
  },

  async subscribeWebhook({ channel, credentials, level, callback }) {
    const { businessAccountId, ...access } = accountOf.parse(credentials)
    if (level === 'number') return overrideNumber(access, channel.externalIdentifier, callback)
    if (level === 'account') return subscribeAccount(access, businessAccountId, callback)
    if (!callback) throw new Error('An app’s callback needs an address')
    return subscribeApp(requireApp(credentials), callback)
  },

  async unsubscribeWebhook({ channel, credentials, level }) {
    const { businessAccountId, ...access } = accountOf.parse(credentials)
    if (level === 'number') return overrideNumber(access, channel.externalIdentifier, null)
    if (level === 'account') return unsubscribeAccount(access, businessAccountId)
    return unsubscribeApp(requireApp(credentials))
  },

  async getWebhookSubscriptions({ channel, credentials }) {
    const { businessAccountId, ...access } = accountOf.parse(credentials)
    const app = findApp(credentials)
    return {
      app: app && (await readAppSubscription(app)),
      account: await readAccountSubscription(access, businessAccountId, app?.appId ?? null),
      number: await readNumberOverride(access, channel.externalIdentifier),
    }
  },
}

function findApp(credentials: Record<string, unknown>): AppAccess | null {
  const { appId, appSecret, apiVersion } = appOf.parse(credentials)
  return appId ? { appId, appSecret, apiVersion } : null
}

function requireApp(credentials: Record<string, unknown>): AppAccess {
  const app = findApp(credentials)
  if (!app) throw knownProblem('app_id_missing')
  return app
}
