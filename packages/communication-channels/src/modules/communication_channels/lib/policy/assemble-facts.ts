import type { Recipient } from '../adapter/send-content.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { regionOfPhone } from '../identity/phone-key.ts'
import type { NumberFacts } from './number-facts.ts'
import type { PersonStanding } from './person-standing.ts'
import type { IntentFacts, SendFacts, WaitFact } from './send-facts.ts'

/** Where a message is to go: what its conversation says. */
export interface AddressFacts {
  isChannelEnabled: boolean
  windowExpiresAt: Date | null
  recipient: Recipient
}

/** Puts together what was loaded about the number, the conversation and the person. */
export function assembleFacts(
  number: NumberFacts,
  address: AddressFacts,
  standing: PersonStanding,
  asked: { intent: IntentFacts; now: Date; scheduledAt?: Date | null; waits?: WaitFact[] },
): SendFacts {
  const { adapter } = number
  const { intent, now, scheduledAt, waits = [] } = asked
  const { consent, ...person } = standing
  return {
    ...{ intent, now, consent, waits },
    leavesAt: scheduledAt && scheduledAt > now ? scheduledAt : now,
    channel: {
      isEnabled: address.isChannelEnabled,
      isIntegrationEnabled: number.isIntegrationEnabled,
      hasTemplates: adapter.describeTemplates !== undefined,
    },
    sender: number.health,
    person: { ...person, barredRegion: barredRegionOf(adapter, address.recipient) },
    rules: number.rules,
    window: { expiresAt: address.windowExpiresAt, lengthMs: adapter.rules?.windowMs ?? null },
  }
}

function barredRegionOf(
  { rules, regionOfUserId }: ChannelAdapter,
  { phone, userId }: Recipient,
): string | null {
  if (!rules?.noMarketingIn?.length) return null
  const region =
    (phone === null ? null : regionOfPhone(phone)) ?? (userId === null ? null : regionOfUserId?.(userId))
  return region && rules.noMarketingIn.includes(region) ? region : null
}
