import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from '../graph/graph-client.ts'
import { type AppAccess, tokenOf } from './app-access.ts'
import { WEBHOOK_FIELDS } from './webhook-fields.ts'

/**
 * Where Meta delivers to. Messages go to the number's own address, else to the account's, else to the app's; everything
 * else goes to the app's. Each is confirmed by Meta's handshake at the moment it is set.
 */
export const webhookLevel = z.enum(['app', 'account', 'number'])
export type WebhookLevel = z.infer<typeof webhookLevel>

/** Meta takes no longer address for an account or a number. */
export const MAX_OVERRIDE_LENGTH = 200

export interface Callback {
  url: string
  verifyToken: string
}

const OBJECT = 'whatsapp_business_account'
const done = z.object({ success: z.literal(true) })

/** The app's callback takes an app's token, and names the fields anew. */
export async function subscribeApp(app: AppAccess, { url, verifyToken }: Callback): Promise<void> {
  const answer = await callGraph(tokenOf(app), 'POST', `${app.appId}/subscriptions`, {
    object: OBJECT,
    callback_url: url,
    verify_token: verifyToken,
    fields: WEBHOOK_FIELDS.join(),
  })
  done.parse(answer)
}

export async function unsubscribeApp(app: AppAccess): Promise<void> {
  done.parse(await callGraph(tokenOf(app), 'DELETE', `${app.appId}/subscriptions?object=${OBJECT}`))
}

/** Without a callback of its own the account is subscribed all the same, and delivers to the app's. */
export async function subscribeAccount(
  access: GraphAccess,
  businessAccountId: string,
  callback: Callback | null,
): Promise<void> {
  const body = callback ? overrideOf(callback) : undefined
  done.parse(await callGraph(access, 'POST', `${businessAccountId}/subscribed_apps`, body))
}

/** From then on nothing of the account arrives, unless a number has an address of its own. */
export async function unsubscribeAccount(access: GraphAccess, businessAccountId: string): Promise<void> {
  done.parse(await callGraph(access, 'DELETE', `${businessAccountId}/subscribed_apps`))
}

/** An empty address takes a number's own away again. */
export async function overrideNumber(
  access: GraphAccess,
  phoneNumberId: string,
  callback: Callback | null,
): Promise<void> {
  const webhook_configuration = callback ? overrideOf(callback) : { override_callback_uri: '' }
  done.parse(await callGraph(access, 'POST', phoneNumberId, { webhook_configuration }))
}

function overrideOf({ url, verifyToken }: Callback) {
  return { override_callback_uri: url, verify_token: verifyToken }
}
