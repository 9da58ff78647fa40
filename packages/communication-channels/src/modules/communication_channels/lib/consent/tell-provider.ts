import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { z } from 'zod'
import type { Resolve } from '../adapter/connection-input.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { isIntegrationEnabled } from '../connection.ts'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { ChannelError } from '../errors.ts'
import { selectConversations } from '../identity/contact-rows.ts'
import { type ConversationAddress, findAddresses } from '../outbox/conversation-address.ts'
import type { Scope } from '../scope.ts'

const logger = createLogger('communication_channels.blocks')

/** What a provider would not do for one of our numbers. */
export const providerProblem = z.object({
  channelId: z.uuid(),
  channelName: z.string(),
  code: z.string(),
  error: z.string(),
  action: z.string(),
})
export type ProviderProblem = z.infer<typeof providerProblem>

interface BlockContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
}

/**
 * Has the providers keep somebody from writing to the numbers that they have a thread with, or lets them again. Our own
 * block holds without it, so what goes wrong is only told. A number that is switched off is left alone.
 */
export async function tellProvider(
  { em, encryption, resolve, scope }: BlockContext,
  contactId: string,
  isBlocked: boolean,
): Promise<ProviderProblem[]> {
  const db = dbOf(em.fork())
  const conversations = await selectConversations(db, scope, contactId)
  const ids = conversations.map(({ id }) => id)
  const addresses = await findAddresses(db, encryption, scope, ids)
  const told = conversations.map(async ({ id, channelId, channelName }) => {
    const problem = await tellOne(resolve, scope, addresses.get(id)!, isBlocked)
    return problem ? [{ channelId, channelName, ...problem }] : []
  })
  return (await Promise.all(told)).flat()
}

type Problem = Pick<ProviderProblem, 'code' | 'error' | 'action'>

async function tellOne(
  resolve: Resolve,
  scope: Scope,
  { providerKey, channel, recipient, isChannelEnabled }: ConversationAddress,
  isBlocked: boolean,
): Promise<Problem | null> {
  const adapter = getChannelAdapter(providerKey)
  if (!adapter?.setBlocked || !isChannelEnabled) return null
  if (!(await isIntegrationEnabled(resolve, providerKey, scope))) return null
  try {
    await adapter.setBlocked({ scope, channel, resolve, recipient, isBlocked })
    return null
  } catch (error) {
    if (!(error instanceof ChannelError)) {
      logger.error('blocking failed', { channelId: channel.channelId, reason: describeFailure(error) })
    }
    return problemOf(error)
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ChannelError) {
    const { error: sentence, action } = error.body as { error: string; action: string }
    return { code: error.code, error: sentence, action }
  }
  return {
    code: 'provider_failed',
    error: 'The provider could not be asked, or gave no answer that can be read.',
    action: 'Try again in a few minutes.',
  }
}
