import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from '../graph/graph-client.ts'
import { type AppAccess, tokenOf } from './app-access.ts'

const address = z.string().nullish().catch(null)

const appSubscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: address,
      active: z.boolean().nullish().catch(null),
      fields: z.array(z.object({ name: z.string() }).or(z.string())).catch([]),
    }),
  ),
})

const subscribedApps = z.object({
  data: z.array(
    z.object({
      whatsapp_business_api_data: z.object({ id: z.coerce.string() }).nullish().catch(null),
      override_callback_uri: address,
    }),
  ),
})

const configured = z.object({
  webhook_configuration: z
    .object({ application: address, whatsapp_business_account: address, phone_number: address })
    .nullish()
    .catch(null),
})

export interface AppSubscription {
  url: string | null
  isActive: boolean
  fields: string[]
}

/** Null where the app has no callback for WhatsApp. */
export async function readAppSubscription(app: AppAccess): Promise<AppSubscription | null> {
  const { data } = appSubscriptions.parse(await callGraph(tokenOf(app), 'GET', `${app.appId}/subscriptions`))
  const own = data.find(({ object }) => object === 'whatsapp_business_account')
  if (!own) return null
  const fields = own.fields.map((field) => (typeof field === 'string' ? field : field.name))
  return { url: own.callback_url ?? null, isActive: own.active !== false, fields }
}

export interface AccountSubscription {
  isSubscribed: boolean
  /** The account's own address, before the app's. */
  url: string | null
}

/** @param appId whose subscription is meant; without it whatever app listens */
export async function readAccountSubscription(
  access: GraphAccess,
  businessAccountId: string,
  appId: string | null,
): Promise<AccountSubscription> {
  const { data } = subscribedApps.parse(
    await callGraph(access, 'GET', `${businessAccountId}/subscribed_apps`),
  )
  const own = data.find(({ whatsapp_business_api_data: app }) => appId === null || !app || app.id === appId)
  return { isSubscribed: own !== undefined, url: own?.override_callback_uri ?? null }
}

/** A number's own address; null where the account's or the app's counts. */
export async function readNumberOverride(access: GraphAccess, phoneNumberId: string): Promise<string | null> {
  const answer = await callGraph(access, 'GET', `${phoneNumberId}?fields=webhook_configuration`)
  return configured.parse(answer).webhook_configuration?.phone_number || null
}
