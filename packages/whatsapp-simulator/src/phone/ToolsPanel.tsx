import type { Customer } from '../world/customer.ts'
import { ChatEvents } from './ChatEvents.tsx'
import { FaultSwitches } from './FaultSwitches.tsx'
import type { LiveWorld } from './live-world.ts'
import { NumberSettings } from './NumberSettings.tsx'
import type { NextMessage } from './next-message.ts'
import { PersonSettings } from './PersonSettings.tsx'
import { simulator } from './simulator-client.ts'
import { WebhookLog } from './WebhookLog.tsx'

type ToolsProps = {
  world: LiveWorld
  customer: Customer
  number: { id: string; verifiedName: string } | null
  next: NextMessage
  onNext: (next: NextMessage) => void
}

const DEFAULT_HOURS_AGO = 25

/** What no phone can do, beside the phone. */
export function ToolsPanel({ world, customer, number, next, onNext }: ToolsProps) {
  const { hoursAgo } = next
  const onHoursAgo = (hours: number | null) => onNext({ ...next, hoursAgo: hours })
  const state = world.numbers.find((candidate) => candidate.id === number?.id)
  const isBlocked = number !== null && customer.blockedNumbers.includes(number.id)
  return (
    <aside className="tools" aria-label="Tools">
      <section>
        <h2>This phone</h2>
        <label className="switch">
          <input
            type="checkbox"
            checked={!customer.online}
            onChange={(event) =>
              void simulator.changeCustomer(customer.id, { online: !event.target.checked })
            }
          />
          Phone offline
          <small>Messages stop at “sent” until it is on again.</small>
        </label>
        {number && (
          <label className="switch">
            <input
              type="checkbox"
              checked={isBlocked}
              onChange={(event) =>
                void simulator.changeCustomer(
                  customer.id,
                  event.target.checked ? { block: number.id } : { unblock: number.id },
                )
              }
            />
            Block {number.verifiedName}
            {customer.blockedBy.includes(number.id) && (
              <small>
                {number.verifiedName} has blocked {customer.name}: nothing goes either way.
              </small>
            )}
          </label>
        )}
        <label className="switch">
          <input
            type="checkbox"
            checked={hoursAgo !== null}
            onChange={(event) => onHoursAgo(event.target.checked ? DEFAULT_HOURS_AGO : null)}
          />
          Send the next message with another time
          <small>As if the phone had had no network until now: the 24-hour window may be over.</small>
        </label>
        {hoursAgo !== null && (
          <label className="inline-field">
            Hours ago
            <input
              type="number"
              min={0}
              max={720}
              value={hoursAgo}
              onChange={(event) => onHoursAgo(Number(event.target.value))}
            />
          </label>
        )}
        <label className="switch">
          <input
            type="checkbox"
            checked={next.forwarded}
            onChange={(event) => onNext({ ...next, forwarded: event.target.checked })}
          />
          Mark the next message as forwarded
        </label>
        <label className="switch">
          <input
            type="checkbox"
            checked={next.fromAd}
            onChange={(event) => onNext({ ...next, fromAd: event.target.checked })}
          />
          The next message comes from an advertisement
          <small>Answered within a day, everything is free for the business for 72 hours.</small>
        </label>
      </section>
      <PersonSettings key={customer.id} customer={customer} number={number} />
      {state && <NumberSettings key={state.id} number={state} />}
      {number && <ChatEvents key={`${customer.id}:${number.id}`} customer={customer} number={number} />}
      <WebhookLog world={world} />
      <FaultSwitches faults={world.faults} />
      <section>
        <h2>At Meta</h2>
        <p>
          <a href="/templates">Review and pause templates</a>
        </p>
      </section>
    </aside>
  )
}
