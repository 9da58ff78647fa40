import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAddress, Resolve } from '../adapter/connection-input.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { dbOf } from '../db.ts'
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
  resolve: Resolve
  scope: Scope
  now: Date
}

/** A conversation, and by whom it is led. */
export interface PolicyTarget extends AddressFacts {
  adapter: ChannelAdapter
  channel: ChannelAddress
  conversationId: string
}

/** Answers for one conversation as it is now. */
export interface ConversationPolicy {
  read(asked: AskedIntent): Promise<IntentFacts>
  decide(intent: IntentFacts, when?: { scheduledAt?: Date | null; waits?: WaitFact[] }): Decision
}

export async function policyFor(ctx: PolicyContext, target: PolicyTarget): Promise<ConversationPolicy> {
  const { scope, resolve, now } = ctx
  const { adapter, channel, conversationId } = target
  const db = dbOf(ctx.em.fork())
  const input = { scope, resolve, channel }
  const [number, standings] = await Promise.all([
    loadNumberFacts(db, adapter, input),
    loadStandings(db, scope, [conversationId]),
  ])
  const standing = standings.get(conversationId) ?? STRANGER
  return {
    read: (asked) => readIntent(adapter, input, asked),
    decide: (intent, when) => decideSend(assembleFacts(number, target, standing, { intent, now, ...when })),
  }
}
