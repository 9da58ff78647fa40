import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAddress, Resolve } from '../adapter/connection-input.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { credentialsOf, isIntegrationEnabled } from '../connection.ts'
import { blocksOn } from '../consent/blocks.ts'
import { NOTHING_SAID } from '../content/kinds.ts'
import { dbOf, sql } from '../db.ts'
import type { Scope } from '../scope.ts'

export interface ReceiptContext {
  em: EntityManager
  resolve: Resolve
  scope: Scope
}

/**
 * Tells the customer that their last message was read and, with `isTyping`, that an answer is being written. Both are a
 * courtesy: without an adapter that can, a message to name, or a channel that is switched on, nothing is done; nor where
 * they are blocked, so that they see nothing of us.
 *
 * @throws what the adapter throws
 */
export async function sendReceipt(
  { em, resolve, scope }: ReceiptContext,
  conversationId: string,
  isTyping: boolean,
): Promise<void> {
  const { tenantId, organizationId } = scope
  const { rows } = await sql<ChannelAddress & { providerKey: string; externalMessageId: string }>`
    select ch.id as "channelId", ch.connection_id as "connectionId", ch.provider_key as "providerKey",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           last.external_message_id as "externalMessageId"
    from cc_external_conversations c
    join cc_communication_channels ch on ch.id = c.channel_id and ch.is_enabled
    cross join lateral (
      select m.external_message_id from cc_external_messages m
      where m.conversation_id = c.id and m.direction = 'inbound' and m.origin = 'live'
        and m.target_external_id is null and m.content_type <> all(${NOTHING_SAID}::text[])
        and m.external_message_id is not null
      order by m.sent_at desc, m.id desc limit 1) last
    where c.id = ${conversationId} and c.tenant_id = ${tenantId}
      and c.organization_id = ${organizationId}
      and not exists (select 1 from ${blocksOn(scope, sql.ref('c.contact_id'))} b)`.execute(dbOf(em.fork()))
  const row = rows[0]
  if (!row) return
  const { providerKey, externalMessageId, ...channel } = row
  const adapter = getChannelAdapter(providerKey)
  if (!adapter?.markRead || !(await isIntegrationEnabled(resolve, providerKey, scope))) return
  const credentials = await credentialsOf(adapter, { scope, channel, resolve })
  if (credentials) await adapter.markRead({ scope, channel, credentials, externalMessageId, isTyping })
}
