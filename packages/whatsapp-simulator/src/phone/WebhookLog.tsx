import type { Overview } from '../sim/overview.ts'
import type { LiveWorld } from './live-world.ts'
import { clockTime } from './show-time.ts'
import { simulator } from './simulator-client.ts'

type Delivery = Overview['deliveries'][number]

const SHOWN = 12
const LIST = new Intl.ListFormat('en-GB')

export function WebhookLog({ world }: { world: LiveWorld }) {
  const nameOf = (wabaId: string) =>
    world.accounts.find((account) => account.wabaId === wabaId)?.name ?? wabaId
  const silent = world.accounts.filter((account) => account.callbacks.length === 0)
  return (
    <section>
      <h2>Webhooks</h2>
      {silent.length > 0 && (
        <p className="hint">
          Nobody listens to {LIST.format(silent.map((account) => account.name))}: what customers write there
          is lost.
        </p>
      )}
      {world.deliveries.length === 0 && <p className="hint">None sent yet.</p>}
      <ol className="log">
        {world.deliveries.slice(0, SHOWN).map((delivery) => (
          <li key={delivery.id}>
            <span className={`code code-${delivery.state}`}>{outcome(delivery)}</span>
            <span className="log-text">
              <strong>{delivery.summary}</strong>
              <small>
                {nameOf(delivery.wabaId)} · {clockTime(delivery.createdAt)} · {explain(delivery)}
              </small>
            </span>
            <button type="button" className="quiet" onClick={() => void simulator.redeliver(delivery.id)}>
              {delivery.state === 'pending' ? 'Redeliver now' : 'Send again'}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function outcome(delivery: Delivery): string {
  if (delivery.state === 'dropped') return 'lost'
  const last = delivery.attempts.at(-1)
  return last ? String(last.httpStatus ?? 'error') : '…'
}

function explain(delivery: Delivery): string {
  const last = delivery.attempts.at(-1)
  if (delivery.state === 'dropped') return 'never sent'
  if (delivery.state === 'expired') return `given up after ${delivery.attemptCount} tries`
  if (delivery.state === 'delivered') return `${last?.milliseconds ?? 0}\u00a0ms`
  if (!last) return 'waiting'
  const next = delivery.nextAttemptAt ? `, next ${clockTime(delivery.nextAttemptAt)}` : ''
  return `${last.error ?? 'refused'}, try ${delivery.attemptCount}${next}`
}
