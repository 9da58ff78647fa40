import type { EntityManager } from '@mikro-orm/postgresql'
import type {
  ChannelAdapter,
  ConnectionInput,
  PrepareContentInput,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { capabilities } from './capabilities.ts'
import { selectConnections } from './connections/connection-statements.ts'
import { apiVersionOf, readCredentials } from './connections/read-credentials.ts'
import { PROVIDER_KEY } from './provider.ts'
import { sendContent } from './send-content.ts'
import { standardMethods } from './standard-methods.ts'
import { prepareTemplate } from './templates/prepare-template.ts'
import { findTemplate } from './templates/template-statements.ts'
import { readDelivery } from './webhook/read-delivery.ts'

/** Meta's customer service window: free-form messages until 24 hours after the customer last wrote. */
const WINDOW_MS = 24 * 60 * 60 * 1000

export const whatsappAdapter: ChannelAdapter = {
  providerKey: PROVIDER_KEY,
  channelType: 'whatsapp',
  capabilities,
  rules: { windowMs: WINDOW_MS },
  ...standardMethods,
  readDelivery,
  sendContent,

  async resolveCredentials({ scope, channel, resolve }: ConnectionInput) {
    const db = dbOf(resolve<EntityManager>('em').fork())
    const [connection] = await selectConnections(db, scope, channel.connectionId)
    if (!connection) return null
    const credentials = await readCredentials(resolve, connection.credentialsId, scope)
    return credentials && { ...credentials, apiVersion: await apiVersionOf(resolve, scope) }
  },

  async prepareContent({ scope, channel, content, resolve }: PrepareContentInput): Promise<OutboundContent> {
    if (content.type === 'text') return content
    const db = dbOf(resolve<EntityManager>('em').fork())
    const { name, language } = content
    return prepareTemplate(content, await findTemplate(db, scope, channel.connectionId, name, language))
  },
}
