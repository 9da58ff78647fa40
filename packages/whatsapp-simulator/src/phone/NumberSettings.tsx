import { useState } from 'react'
import type { NumberState } from '../accounts/number-state.ts'
import type { Overview } from '../sim/overview.ts'
import { simulator } from './simulator-client.ts'

const CHOICES = [
  ['qualityRating', 'Quality', ['GREEN', 'YELLOW', 'RED', 'UNKNOWN', 'NA']],
  ['throughput', 'Throughput', ['STANDARD', 'HIGH']],
  [
    'messagingLimit',
    'Messaging limit',
    ['TIER_50', 'TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'],
  ],
] as const

/** What Meta thinks of a business's number. The business is told where Meta would tell it. */
export function NumberSettings({ number }: { number: Overview['numbers'][number] }) {
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = (act: Promise<unknown>) =>
    void act.then(
      () => setProblem(null),
      (error: Error) => setProblem(error.message),
    )
  const change = (state: Partial<NumberState>) => attempt(simulator.changeNumber(number.id, state))
  const { requestedName, verificationCode } = number
  const waitingName =
    requestedName?.status === 'PENDING_REVIEW'
      ? requestedName.name
      : number.nameStatus === 'PENDING_REVIEW'
        ? number.verifiedName
        : null

  return (
    <section>
      <h2>The number {number.displayPhoneNumber}</h2>
      {verificationCode && (
        <p>
          Its code is <strong className="code-shown">{verificationCode}</strong>
        </p>
      )}
      {waitingName && (
        <div className="inline-field">
          <span>Display name “{waitingName}”</span>
          <span className="row">
            <button
              type="button"
              className="quiet"
              onClick={() => attempt(simulator.reviewName(number.id, 'APPROVED'))}
            >
              Approve
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() => attempt(simulator.reviewName(number.id, 'REJECTED'))}
            >
              Reject
            </button>
          </span>
        </div>
      )}
      <label className="switch">
        <input
          type="checkbox"
          checked={number.isRegistered}
          onChange={(event) => change({ isRegistered: event.target.checked })}
        />
        Registered
        <small>Without it every send is refused with 133010.</small>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={number.isPinEnabled}
          disabled={!number.isPinEnabled}
          onChange={() => attempt(simulator.switchPinOff(number.id))}
        />
        Two-step verification
        <small>Can be switched off here; the business sets its PIN.</small>
      </label>
      {CHOICES.map(([key, label, options]) => (
        <label className="inline-field" key={key}>
          {label}
          <select
            value={number[key]}
            onChange={(event) => change({ [key]: event.target.value } as Partial<NumberState>)}
          >
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </label>
      ))}
      {number.webhookOverride && (
        <p className="hint">Its messages go to {number.webhookOverride} instead of its account’s address.</p>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}
