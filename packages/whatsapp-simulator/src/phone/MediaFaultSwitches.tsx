import { type MediaStep, mediaFaults } from '../rules/media/media-fault.ts'
import type { Faults } from '../world/faults.ts'
import { simulator } from './simulator-client.ts'

const STEPS: [MediaStep, string][] = [
  ['lookups', 'Next lookup'],
  ['downloads', 'Next download'],
  ['uploads', 'Next upload'],
]

const OUTCOMES: Record<string, string> = {
  404: 'is answered 404',
  500: 'is answered 500',
  503: 'is answered 503',
  131053: 'is refused with 131053',
  expired_url: 'gets an address that is over',
  reset: 'breaks off',
  stall: 'falls silent',
  short: 'ends too early',
  wrong_bytes: 'has other bytes',
}

/** What goes wrong with files. */
export function MediaFaultSwitches({ faults }: { faults: Faults }) {
  const { failNextMedia } = faults
  return (
    <>
      <h3>With files</h3>
      {STEPS.map(([step, label]) => (
        <label className="inline-field" key={step}>
          {label}
          <select
            value={failNextMedia[step]?.[0] ?? ''}
            onChange={({ target }) =>
              void simulator.changeFaults({
                failNextMedia: { ...failNextMedia, [step]: target.value ? [target.value] : [] },
              })
            }
          >
            <option value="">is right</option>
            {mediaFaults[step].map((fault) => (
              <option key={fault} value={fault}>
                {OUTCOMES[fault]}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="switch">
        <input
          type="checkbox"
          checked={faults.expireMediaUrls}
          onChange={(event) => void simulator.changeFaults({ expireMediaUrls: event.target.checked })}
        />
        Addresses of files are over at once
      </label>
    </>
  )
}
