import type { EntityManager } from '@mikro-orm/postgresql'
import type { Resolve } from '../adapter/connection-input.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { dbOf } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { notFound, providerMissing } from '../errors.ts'
import { readCircuit } from '../outbox/circuit/circuit-statements.ts'
import { findAddress } from '../outbox/conversation-address.ts'
import { assembleFacts } from '../policy/assemble-facts.ts'
import { decideSend } from '../policy/decide-send.ts'
import type { Decision } from '../policy/decision.ts'
import { loadNumberFacts } from '../policy/number-facts.ts'
import { loadStandings, STRANGER } from '../policy/person-standing.ts'
import { type AskedIntent, readIntent } from '../policy/read-intent.ts'
import type { IntentFacts, WaitFact } from '../policy/send-facts.ts'
import type { Scope } from '../scope.ts'

export interface ExplainContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
  now: Date
}

/** Answers for one conversation as it is now: the same facts, the same policy that the sender asks. */
export interface ConversationPolicy {
  adapter: ChannelAdapter
  read(asked: AskedIntent): Promise<IntentFacts>
  decide(intent: IntentFacts, when?: { scheduledAt?: Date | null; waits?: WaitFact[] }): Decision
}

/** @throws ChannelError 404, 422 `provider_missing` */
export async function loadPolicy(ctx: ExplainContext, conversationId: string): Promise<ConversationPolicy> {
  const { em, encryption, resolve, scope, now } = ctx
  const db = dbOf(em.fork())
  const address = await findAddress(db, encryption, scope, conversationId)
  if (!address) throw notFound('conversation')
  const adapter = getChannelAdapter(address.providerKey)
  if (!adapter) throw providerMissing()
  const input = { scope, resolve, channel: address.channel }
  const [number, standings, circuit] = await Promise.all([
    loadNumberFacts(db, adapter, input),
    loadStandings(db, scope, [conversationId]),
    readCircuit(db, address.channel.channelId),
  ])
  const standing = standings.get(conversationId) ?? STRANGER
  const ofCircuit: WaitFact[] =
    circuit?.state === 'open' && circuit.retryAt !== null
      ? [{ code: 'circuit_open', until: new Date(circuit.retryAt) }]
      : []
  return {
    adapter,
    read: (asked) => readIntent(adapter, input, asked),
    decide: (intent, { scheduledAt = null, waits = [] } = {}) =>
      decideSend(
        assembleFacts(number, address, standing, {
          ...{ intent, now, scheduledAt },
          waits: [...ofCircuit, ...waits],
        }),
      ),
  }
}
