import {
  agreed,
  at,
  CLOSED,
  channel,
  consent,
  expectRows,
  free,
  HOUR,
  NEVER,
  NO_WINDOW,
  now,
  person,
  stopped,
} from '../../../../testing/send-facts.ts'
import { NO_CONSENT } from '../consent/consent-state.ts'

describe('an answer in free words', () => {
  expectRows([
    ['in an open window', {}, 'allow', 'window_open'],
    [
      'a millisecond before its end',
      { window: { expiresAt: at(1), lengthMs: 24 * HOUR } },
      'allow',
      'window_open',
    ],
    ['at its end', { window: { expiresAt: now, lengthMs: 24 * HOUR } }, 'use_template', 'window_closed'],
    ['after it', CLOSED, 'use_template', 'window_closed'],
    ['to somebody who never wrote', NEVER, 'use_template', 'window_never_opened'],
    ['scheduled within the window', { leavesAt: at(23 * HOUR - 1) }, 'allow', 'window_open'],
    ['scheduled for its end', { leavesAt: at(23 * HOUR) }, 'use_template', 'window_closes_before'],
    ['scheduled where it has closed', { ...CLOSED, leavesAt: at(HOUR) }, 'use_template', 'window_closed'],
    ['where the provider knows no window', { window: NO_WINDOW }, 'allow', 'has_written'],
    [
      'where it knows none, to somebody who never wrote',
      { ...NEVER, window: NO_WINDOW, ...channel({ hasTemplates: false }) },
      'refuse',
      'never_wrote',
    ],
    [
      'after the window, where there are no templates',
      { ...CLOSED, ...channel({ hasTemplates: false }) },
      'refuse',
      'window_closed',
    ],
    ['to somebody who opted out of everything else', consent(stopped, stopped), 'allow', 'window_open'],
    ['on a number that is switched off', channel({ isEnabled: false }), 'refuse', 'channel_disabled'],
    [
      'of a provider that is switched off',
      channel({ isIntegrationEnabled: false, isEnabled: false }),
      'refuse',
      'integration_disabled',
    ],
    ['to somebody who is blocked', person({ blockedAt: at(-HOUR) }), 'refuse', 'person_blocked'],
    [
      'to somebody who is blocked, after the window',
      { ...CLOSED, ...person({ blockedAt: at(-HOUR) }) },
      'refuse',
      'person_blocked',
    ],
  ])
})

describe('free words that are no answer', () => {
  expectRows([
    [
      'about an order, to somebody who wrote',
      { intent: free({ purpose: 'utility' }) },
      'allow',
      'wrote_first',
    ],
    [
      'about an order, to somebody who wants none',
      { intent: free({ purpose: 'utility' }), ...consent(stopped, NO_CONSENT) },
      'refuse',
      'opted_out',
    ],
    ['of marketing, without consent', { intent: free({ purpose: 'marketing' }) }, 'refuse', 'no_consent'],
    [
      'of marketing, with it',
      { intent: free({ purpose: 'marketing' }), ...consent(NO_CONSENT, agreed) },
      'allow',
      'consent_given',
    ],
    [
      'of marketing, with it, after the window',
      { intent: free({ purpose: 'marketing' }), ...consent(NO_CONSENT, agreed), ...CLOSED },
      'use_template',
      'window_closed',
    ],
    [
      'a code that was asked for',
      { intent: free({ purpose: 'authentication', requestedAt: now }) },
      'allow',
      'requested',
    ],
  ])
})
