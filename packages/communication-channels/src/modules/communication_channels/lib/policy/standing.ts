import type { Reason, ReasonCode } from './decision.ts'
import type { Purpose } from './purpose.ts'
import type { SendFacts } from './send-facts.ts'

export function objects(code: ReasonCode, params: Record<string, string> = {}): Reason {
  return { code, effect: 'objects', params }
}

export function permits(code: ReasonCode, params: Record<string, string> = {}): Reason {
  return { code, effect: 'permits', params }
}

export function waits(code: ReasonCode, until: Date, params: Record<string, string> = {}): Reason {
  return { code, effect: 'waits', params: { ...params, until: until.toISOString() } }
}

/** What stands against anything that leaves from here. */
export function channelReasons({ channel }: SendFacts): Reason[] {
  const reasons: Reason[] = []
  if (!channel.isIntegrationEnabled) reasons.push(objects('integration_disabled'))
  if (!channel.isEnabled) reasons.push(objects('channel_disabled'))
  return reasons
}

/** What stands against writing to this person, whatever they agreed to. */
export function personReasons({ person }: SendFacts, purpose: Purpose): Reason[] {
  const reasons: Reason[] = []
  if (person.blockedAt) reasons.push(objects('person_blocked', { at: person.blockedAt.toISOString() }))
  if (purpose === 'marketing' && person.barredRegion)
    reasons.push(objects('marketing_barred_in_region', { region: person.barredRegion }))
  return reasons
}
