import { windowState } from './window.ts'

/** What the policy must know to decide. It asks nobody: all of it is handed in. */
export interface SendFacts {
  now: Date
  isFreeForm: boolean
  channel: { isEnabled: boolean }
  window: { expiresAt: Date | null; lengthMs: number | null }
  /** When it is to leave, where that is not now. */
  scheduledAt?: Date | null
}

export type SendDecision =
  | { outcome: 'allow' }
  | { outcome: 'use_template' | 'refuse'; code: RefusalCode; reason: string; action: string }

export type RefusalCode =
  | 'channel_disabled'
  | 'window_closed'
  | 'window_never_opened'
  | 'window_closes_before'

/**
 * May this leave now? Pure; asked when a message is queued and again when it leaves, because the answer may
 * have changed in between. The first rule that objects decides.
 */
export function decideSend(facts: SendFacts): SendDecision {
  if (!facts.channel.isEnabled) {
    return {
      outcome: 'refuse',
      code: 'channel_disabled',
      reason: 'This channel is switched off.',
      action: 'Ask an administrator to switch it on in Integrations.',
    }
  }
  if (facts.isFreeForm) {
    const { expiresAt, lengthMs } = facts.window
    const window = windowState(expiresAt, lengthMs, facts.now)
    if (!window.isOpen) return windowRefusal(window.expiresAt)
    if (facts.scheduledAt && !windowState(expiresAt, lengthMs, facts.scheduledAt).isOpen) return CLOSES_BEFORE
  }
  return { outcome: 'allow' }
}

const CLOSES_BEFORE: SendDecision = {
  outcome: 'use_template',
  code: 'window_closes_before',
  reason: 'The window for free text will have closed by then.',
  action: 'Choose an earlier time, or send an approved template.',
}

function windowRefusal(expiresAt: Date | null): SendDecision {
  const action = 'Send an approved template, or wait until the customer writes.'
  if (!expiresAt) {
    return {
      outcome: 'use_template',
      code: 'window_never_opened',
      reason: 'The customer has not written to this number yet, so free text is not allowed.',
      action,
    }
  }
  return {
    outcome: 'use_template',
    code: 'window_closed',
    reason: 'The window for free text has closed, because the customer last wrote too long ago.',
    action,
  }
}
