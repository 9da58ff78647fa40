import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAddress, Resolve } from '../adapter/connection-input.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { dbOf } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { notificationRequest } from '../notifications/notification-request.ts'
import type { Scope } from '../scope.ts'
import { type AddressFacts, assembleFacts } from './assemble-facts.ts'
import { decideSend } from './decide-send.ts'
import type { Decision } from './decision.ts'
import { loadNumberFacts } from './number-facts.ts'
import { loadStandings, STRANGER } from './person-standing.ts'
import { type AskedIntent, readIntent } from './read-intent.ts'
import type { IntentFacts, WaitFact } from './send-facts.ts'

export interface PolicyContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
  now: Date
}

/** A conversation, and by whom it is led. Null: one with somebody of whom nothing is known. */
export interface PolicyTarget extends AddressFacts {
  adapter: ChannelAdapter
  channel: ChannelAddress
  conversationId: string | null
}

/** Answers for one conversation as it is now. */
export interface ConversationPolicy {
  read(asked: AskedIntent): Promise<IntentFacts>
  decide(intent: IntentFacts, when?: { scheduledAt?: Date | null; waits?: WaitFact[] }): Decision
}

/**
 * Whoever asks about one message comes by here, with what was loaded of where it is to go: `askPolicy` (it is queued),
 * `loadPolicy` (it is composed or explained), `openThreads` (a batch to strangers). The sender asks about many at once
 * (`decideLeaving`), from the same facts.
 */
export async function policyFor(ctx: PolicyContext, target: PolicyTarget): Promise<ConversationPolicy> {
  const { scope, resolve, now } = ctx
  const { adapter, channel, conversationId } = target
  const db = dbOf(ctx.em.fork())
  const input = { scope, resolve, channel }
  const [number, standings] = await Promise.all([
    loadNumberFacts(db, adapter, input, now),
    conversationId ? loadStandings(db, scope, [conversationId]) : null,
  ])
  const standing = standings?.get(conversationId ?? '') ?? STRANGER
  return {
    async read(asked) {
      const { notification } = asked
      const request = notification ? await notificationRequest(ctx, conversationId, notification) : null
      return readIntent(adapter, input, asked, request)
    },
    decide: (intent, when) => decideSend(assembleFacts(number, target, standing, { intent, now, ...when })),
  }
}
