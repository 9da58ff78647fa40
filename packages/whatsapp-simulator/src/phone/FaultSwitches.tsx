import type { Faults } from '../world/faults.ts'
import { MediaFaultSwitches } from './MediaFaultSwitches.tsx'
import { simulator } from './simulator-client.ts'

const SWITCHES = [
  ['dropWebhooks', 'Lose webhooks'],
  ['duplicateWebhooks', 'Send every webhook twice'],
  ['reverseWebhooks', 'Send webhooks in reverse order'],
  ['enforcePairRate', 'Enforce the pair rate (131056)'],
  ['enforceThroughput', 'Enforce 80 messages a second (130429)'],
] as const

const SEND_ERRORS = [
  [131000, 'Something went wrong'],
  [131047, 'Window closed'],
  [131026, 'Undeliverable'],
  [130429, 'Rate limit'],
  [131056, 'Pair rate limit'],
  [132015, 'Template paused'],
  [190, 'Token expired'],
] as const

/** Each label says what the business will see. */
export function FaultSwitches({ faults }: { faults: Faults }) {
  return (
    <section>
      <h2>Faults</h2>
      {SWITCHES.map(([key, label]) => (
        <label className="switch" key={key}>
          <input
            type="checkbox"
            checked={faults[key]}
            onChange={(event) => void simulator.changeFaults({ [key]: event.target.checked })}
          />
          {label}
        </label>
      ))}
      <label className="inline-field">
        Delay webhooks (seconds)
        <input
          type="number"
          min={0}
          max={3600}
          value={faults.delayWebhooksMs / 1000}
          onChange={(event) =>
            void simulator.changeFaults({
              delayWebhooksMs: Math.min(3600, Number(event.target.value)) * 1000,
            })
          }
        />
      </label>
      <label className="inline-field">
        Next send fails with
        <select
          value={faults.failNextSends[0] ?? ''}
          onChange={(event) =>
            void simulator.changeFaults({
              failNextSends: event.target.value ? [Number(event.target.value)] : [],
            })
          }
        >
          <option value="">nothing</option>
          {SEND_ERRORS.map(([code, label]) => (
            <option key={code} value={code}>
              {code} {label}
            </option>
          ))}
        </select>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={faults.hangNextSends > 0}
          onChange={(event) => void simulator.changeFaults({ hangNextSends: event.target.checked ? 1 : 0 })}
        />
        Accept the next send, but never answer
      </label>
      <MediaFaultSwitches faults={faults} />
    </section>
  )
}
