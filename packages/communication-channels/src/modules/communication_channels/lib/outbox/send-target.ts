import type { EntityManager } from '@mikro-orm/postgresql'
import type { Resolve } from '../adapter/connection-input.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { dbOf } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { notFound, providerMissing } from '../errors.ts'
import type { FetchedFile } from '../files/link/fetch-link.ts'
import type { Scope } from '../scope.ts'
import { type ConversationAddress, findAddress } from './conversation-address.ts'

/** Who queues a message, and with what. */
export interface QueueContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
  now: Date
  /** Fetches what a link leads to; throws ChannelError 422 `link_*`. */
  fetchLink(link: string, maxBytes: number): Promise<FetchedFile>
}

/** Where a message is to go, and what the policy asks about it. */
export interface SendTarget extends Omit<ConversationAddress, 'providerKey'> {
  adapter: ChannelAdapter
  conversationId: string
}

export async function loadTarget(
  ctx: Pick<QueueContext, 'em' | 'encryption' | 'scope'>,
  conversationId: string,
): Promise<SendTarget> {
  const address = await findAddress(dbOf(ctx.em.fork()), ctx.encryption, ctx.scope, conversationId)
  if (!address) throw notFound('conversation')
  const { providerKey, ...rest } = address
  const adapter = getChannelAdapter(providerKey)
  if (!adapter) throw providerMissing()
  return { adapter, conversationId, ...rest }
}
