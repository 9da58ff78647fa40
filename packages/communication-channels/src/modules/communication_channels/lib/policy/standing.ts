import type { Reason, ReasonCode } from './decision.ts'
import type { Purpose } from './purpose.ts'
import type { HealthProblem, SendFacts } from './send-facts.ts'

export function objects(code: ReasonCode, params: Record<string, string> = {}): Reason {
  return { code, effect: 'objects', params }
}

export function permits(code: ReasonCode, params: Record<string, string> = {}): Reason {
  return { code, effect: 'permits', params }
}

/** What stands against anything that leaves from here. `isAnswer`: the person has written lately. */
export function healthReasons({ channel, sender, leavesAt }: SendFacts, isAnswer: boolean): Reason[] {
  const reasons: Reason[] = []
  if (!channel.isIntegrationEnabled) reasons.push(objects('integration_disabled'))
  if (!channel.isEnabled) reasons.push(objects('channel_disabled'))
  if (isInForce(sender.blocked, leavesAt))
    reasons.push(objects('sender_blocked', problemParams(sender.blocked)))
  else if (!isAnswer && isInForce(sender.restricted, leavesAt))
    reasons.push(objects('sender_restricted', problemParams(sender.restricted)))
  return reasons
}

function isInForce(problem: HealthProblem | null, at: Date): problem is HealthProblem {
  return problem !== null && (problem.until === null || at < problem.until)
}

function problemParams({ name, until }: HealthProblem): Record<string, string> {
  return { name, ...(until ? { until: until.toISOString() } : {}) }
}

/** What stands against writing to this person, whatever they agreed to. */
export function personReasons({ person }: SendFacts, purpose: Purpose): Reason[] {
  const reasons: Reason[] = []
  if (person.blockedAt) reasons.push(objects('person_blocked', { at: person.blockedAt.toISOString() }))
  if (purpose === 'marketing' && person.barredRegion)
    reasons.push(objects('marketing_barred_in_region', { region: person.barredRegion }))
  return reasons
}
