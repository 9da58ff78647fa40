import type { EntityManager } from '@mikro-orm/postgresql'
import type { ConnectionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { applyAccountEvents } from './account/apply-account-events.ts'
import { capabilities } from './capabilities.ts'
import { selectConnections } from './connections/connection-statements.ts'
import { apiVersionOf, readCredentials } from './connections/read-credentials.ts'
import type { WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { extendedMethods } from './extended-methods.ts'
import { markRead } from './mark-read.ts'
import { mediaRules } from './media/media-rules.ts'
import { paceOfNumber } from './numbers/pace.ts'
import { prepareContent } from './prepare-content.ts'
import { PROVIDER_KEY } from './provider.ts'
import { sendContent } from './send-content.ts'
import { standardMethods } from './standard-methods.ts'
import { readDelivery } from './webhook/read-delivery.ts'
import { WINDOW_MS } from './window.ts'

/** Meta takes reactions to messages of the last 30 days. */
const REACTION_WITHIN_MS = 30 * 24 * 60 * 60 * 1000

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform#pair-rate-limits */
const PAIR_RULE = { spacingMs: 6_000, burst: 45 }

export const whatsappAdapter: WhatsAppExtendedAdapter = {
  providerKey: PROVIDER_KEY,
  channelType: 'whatsapp',
  capabilities,
  rules: { windowMs: WINDOW_MS, reactionWithinMs: REACTION_WITHIN_MS, media: mediaRules, pair: PAIR_RULE },
  paceOf: paceOfNumber,
  ...standardMethods,
  ...extendedMethods,
  readDelivery,
  prepareContent,
  sendContent,
  markRead,
  applyAccountEvents,

  async resolveCredentials({ scope, channel, resolve }: ConnectionInput) {
    const db = dbOf(resolve<EntityManager>('em').fork())
    const [connection] = await selectConnections(db, scope, channel.connectionId)
    if (!connection) return null
    const credentials = await readCredentials(resolve, connection.credentialsId, scope)
    return credentials && { ...credentials, apiVersion: await apiVersionOf(resolve, scope) }
  },
}
