import type { SendOutcome } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { GraphError, GraphUnreachable } from './graph-error.ts'

/**
 * Which of the three outcomes a failed send was. By Meta's code alone: HTTP statuses and titles vary.
 * Codes: facts of Meta's error reference, November 2026.
 */

/** Server trouble on Meta's side: the message may have gone out all the same. */
const MAY_HAVE_GONE_OUT = new Set([1, 2, 131000, 131016, 133004])

/** Refused for the moment; the same call succeeds later. Rates 4, 80007, 130429, 131056; maintenance 131057. */
const RETRYABLE = new Set([4, 80007, 130429, 131056, 131057])

/** The token ended or was revoked: nothing leaves until somebody connects again. */
const NEEDS_REAUTHORISATION = new Set([0, 190])

const ACTIONS: Record<number, string> = {
  0: 'Enter a new access token in Integrations.',
  190: 'Enter a new access token in Integrations.',
  10: 'Give the access token the permission whatsapp_business_messaging.',
  131005: 'Give the access token the permission whatsapp_business_messaging.',
  131026: 'Ask the customer to update WhatsApp, or reach them another way.',
  131042: 'Check the payment method in Meta’s Business Manager.',
  131047: 'Send an approved template, or wait until the customer writes.',
  131050: 'The customer stopped marketing messages. Do not send them again.',
  131056: 'Too many messages to this customer in a short time. It is tried again by itself.',
  132000: 'Check the template’s parameters.',
  132001: 'Refresh the templates in Integrations and choose another.',
  132015: 'The template is paused. Choose another.',
  132016: 'The template is disabled for good. Choose another.',
}

export function sendFailure(failure: unknown): Exclude<SendOutcome, { outcome: 'sent' }> {
  if (failure instanceof GraphUnreachable) {
    const error = { code: 'graph_unreachable', message: failure.message, action: null }
    if (failure.wasSent) return { outcome: 'unknown', error }
    return { outcome: 'not_sent', error, retryable: true, retryAfterMs: null }
  }
  if (!(failure instanceof GraphError)) {
    const error = { code: 'answer_unreadable', message: 'Meta’s answer could not be read.', action: null }
    return { outcome: 'unknown', error }
  }
  const { code, httpStatus } = failure
  const error = {
    code: String(code ?? httpStatus),
    message: failure.details ?? failure.message,
    action: (code !== null && ACTIONS[code]) || null,
  }
  const mayHaveGoneOut = code === null ? httpStatus >= 500 || httpStatus === 408 : MAY_HAVE_GONE_OUT.has(code)
  if (mayHaveGoneOut) return { outcome: 'unknown', error }
  const retryable = code === null ? httpStatus === 429 : RETRYABLE.has(code)
  return { outcome: 'not_sent', error, retryable, retryAfterMs: null }
}

export function needsReauthorisation(failure: unknown): boolean {
  return failure instanceof GraphError && failure.code !== null && NEEDS_REAUTHORISATION.has(failure.code)
}
