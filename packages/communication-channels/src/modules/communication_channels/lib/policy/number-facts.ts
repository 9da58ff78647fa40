import type { ConnectionInput } from '../adapter/connection-input.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { isIntegrationEnabled } from '../connection.ts'
import type { ConsentRules } from '../consent/consent-rules.ts'
import { readConsentRules } from '../consent/read-rules.ts'
import type { Db } from '../db.ts'
import { HEALTHY, type SenderHealth } from './send-facts.ts'

/** What is the same for everything that leaves from one number at one moment. */
export interface NumberFacts {
  adapter: ChannelAdapter
  isIntegrationEnabled: boolean
  health: SenderHealth
  rules: ConsentRules
}

export async function loadNumberFacts(
  db: Db,
  adapter: ChannelAdapter,
  input: ConnectionInput,
  now: Date,
): Promise<NumberFacts> {
  const [isEnabled, health, rules] = await Promise.all([
    isIntegrationEnabled(input.resolve, adapter.providerKey, input.scope),
    adapter.healthOf?.({ ...input, now }) ?? HEALTHY,
    readConsentRules(db, input.scope),
  ])
  return { adapter, isIntegrationEnabled: isEnabled, health, rules }
}
