import type { ReasonCode } from '../policy/decision.ts'

const OF_THE_NUMBER: ReasonCode[] = [
  'integration_disabled',
  'channel_disabled',
  'sender_blocked',
  'sender_restricted',
]
const OF_THE_TEMPLATE: ReasonCode[] = [
  'templates_unknown',
  'template_missing',
  'template_in_review',
  'template_rejected',
  'template_paused',
  'template_disabled',
  'template_unsupported',
]
const OF_ALL = new Set<string>([...OF_THE_NUMBER, ...OF_THE_TEMPLATE, 'provider_missing'])

/** What stands against everybody's message of a batch, and may be put right: nobody is refused for it, the batch pauses. */
export function standsAgainstAll(code: string): boolean {
  return OF_ALL.has(code)
}
