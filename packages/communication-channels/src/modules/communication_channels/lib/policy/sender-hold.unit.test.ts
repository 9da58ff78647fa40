import {
  at,
  CLOSED,
  chosen,
  code,
  expectRows,
  facts,
  HOUR,
  MINUTE,
  person,
} from '../../../../testing/send-facts.ts'
import { decideSend } from './decide-send.ts'

describe('a number in trouble', () => {
  const problem = { name: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: at(HOUR) }
  const endless = { ...problem, until: null }
  expectRows([
    [
      'that is blocked sends nothing',
      { sender: { blocked: { name: 'DISABLED', until: null }, restricted: null } },
      'refuse',
      'sender_blocked',
    ],
    [
      'that is restricted still answers',
      { sender: { blocked: null, restricted: problem } },
      'allow',
      'window_open',
    ],
    [
      'that is restricted lets wait what begins a conversation',
      { sender: { blocked: null, restricted: problem }, intent: chosen(), ...CLOSED },
      'wait',
      'sender_restricted_until',
    ],
    [
      'that is restricted, and nobody knows until when, begins nothing',
      { sender: { blocked: null, restricted: endless }, intent: chosen(), ...CLOSED },
      'refuse',
      'sender_restricted',
    ],
    [
      'that is blocked for a while lets wait what may leave then',
      { sender: { blocked: problem, restricted: null } },
      'wait',
      'sender_blocked_until',
    ],
    [
      'that is blocked until after the window leaves a template for later',
      {
        sender: { blocked: problem, restricted: null },
        window: { expiresAt: at(HOUR), lengthMs: 24 * HOUR },
      },
      'use_template',
      'window_closes_before',
    ],
    [
      'that is blocked for longer than a code counts does not send it',
      {
        sender: { blocked: problem, restricted: null },
        intent: { kind: 'template', template: code, requestedAt: at(-MINUTE) },
      },
      'refuse',
      'request_too_old',
    ],
    [
      'that is blocked for a while lets nothing wait that may never leave',
      { sender: { blocked: problem, restricted: null }, ...person({ blockedAt: at(-HOUR) }) },
      'refuse',
      'person_blocked',
    ],
    [
      'that is restricted answers with a template too',
      { sender: { blocked: null, restricted: problem }, intent: chosen() },
      'allow',
      'wrote_first',
    ],
    [
      'whose restriction will be over when it leaves',
      { sender: { blocked: null, restricted: problem }, intent: chosen(), ...CLOSED, leavesAt: at(HOUR) },
      'allow',
      'wrote_first',
    ],
    [
      'that rests lets it wait',
      { waits: [{ code: 'circuit_open', until: at(MINUTE) }] },
      'wait',
      'circuit_open',
    ],
    [
      'that rests until before it leaves',
      { waits: [{ code: 'circuit_open', until: at(MINUTE) }], leavesAt: at(HOUR) },
      'allow',
      'window_open',
    ],
  ])

  it('lets wait until the last of what keeps it back is over', () => {
    const waits = [
      { code: 'circuit_open' as const, until: at(MINUTE) },
      { code: 'portfolio_limit' as const, until: at(HOUR) },
    ]
    expect(decideSend(facts({ waits }))).toMatchObject({ outcome: 'wait', until: at(HOUR).toISOString() })
  })

  it('lets a template wait for its own time too, where the window is over when it may leave again', () => {
    const sender = { blocked: problem, restricted: { ...problem, until: at(2 * HOUR) } }
    const window = { expiresAt: at(HOUR), lengthMs: 24 * HOUR }
    const decision = decideSend(facts({ sender, window, intent: chosen() }))
    expect(decision).toMatchObject({ outcome: 'wait', until: at(2 * HOUR).toISOString() })
  })
})
