import { randomUUID } from 'node:crypto'
import type { SimulatorAccount } from '../accounts/account.ts'
import type { Clock } from '../clock.ts'
import { nextAttemptAt } from '../rules/redelivery.ts'
import { metaJson } from '../signature.ts'
import { countOne } from '../world/counts.ts'
import type { Delivery } from '../world/delivery.ts'
import type { Store } from '../world/store.ts'
import { createBatcher } from './batcher.ts'
import { settleDelivered } from './delivery-effects.ts'
import { makeRoom } from './delivery-queue.ts'
import { summarise, webhookEnvelope } from './envelope.ts'
import { postWebhook } from './post-webhook.ts'
import { appsListeningTo, callbackFor } from './subscribers.ts'
import { fieldOf, numberOf, type WebhookEvent } from './webhook-event.ts'

export type Dispatcher = {
  publish(event: WebhookEvent): void
  /** Sends events of one account and field, at most 1,000, in one delivery. */
  publishTogether(events: WebhookEvent[]): void
  /** Tries a delivery again now, whatever became of it. False when there is none with this id. */
  redeliver(id: string): boolean
  /** Tries everything that waits now, whenever its next try was to be. Returns how many there are. */
  hurry(): number
  /** Takes up what was pending when the simulator stopped. */
  resume(): void
  close(): Promise<void>
}

const CONCURRENT_POSTS = 8
const KEPT_ATTEMPTS = 20
/** Keeps deliveries apart when a fault switch asks for an order. */
const STAGGER_MS = 40

export function createDispatcher(store: Store, accounts: SimulatorAccount[], clock: Clock): Dispatcher {
  const { world } = store
  const stop = new AbortController()
  const waiting = new Map<string, () => void>()
  const ready: Delivery[] = []
  const running = new Set<Promise<void>>()
  const batcher = createBatcher(clock, enqueue)

  function enqueue(appId: string, wabaId: string, events: WebhookEvent[]): void {
    const { faults } = world
    const bodies = faults.reverseWebhooks ? events.toReversed().map((event) => [event]) : [events]
    const copies = faults.duplicateWebhooks ? bodies.flatMap((body) => [body, body]) : bodies
    copies.forEach((body, index) => {
      const wait = faults.delayWebhooksMs + (faults.reverseWebhooks ? index * STAGGER_MS : 0)
      const delivery = createDelivery(appId, wabaId, body, clock.now(), wait)
      const place = ownPlace(body[0]!)
      if (place) delivery.phoneNumberId = place
      if (faults.dropWebhooks) settle(delivery, 'dropped')
      store.counts.deliveries.made += 1
      world.deliveries.push(delivery)
      makeRoom(world, appId)
      report(delivery)
      if (delivery.state === 'pending') wake(delivery, wait)
    })
  }

  /** The number whose own address an event goes to; none where it goes where its account's do. */
  function ownPlace(event: WebhookEvent): string | undefined {
    const number = fieldOf(event) === 'messages' ? numberOf(event) : undefined
    return number !== undefined && world.numberOverrides[number] ? number : undefined
  }

  function wake(delivery: Delivery, wait: number): void {
    const cancel = clock.schedule(wait, () => {
      waiting.delete(delivery.id)
      ready.push(delivery)
      pump()
    })
    waiting.set(delivery.id, cancel)
  }

  function pump(): void {
    while (!stop.signal.aborted && running.size < CONCURRENT_POSTS) {
      const delivery = ready.shift()
      if (!delivery) return
      if (!world.deliveries.includes(delivery)) continue
      const attempt = attemptDelivery(delivery).finally(() => {
        running.delete(attempt)
        pump()
      })
      running.add(attempt)
    }
  }

  async function attemptDelivery(delivery: Delivery): Promise<void> {
    const { appId, wabaId, field, phoneNumberId } = delivery
    const url = callbackFor(world, appId, wabaId, field, phoneNumberId)
    const account = accounts.find((candidate) => candidate.appId === delivery.appId)
    if (!url || !account) {
      settle(delivery, 'dropped')
      return report(delivery)
    }
    const at = new Date(clock.now()).toISOString()
    const attempt = await postWebhook(url, delivery.body, account.appSecret, at, stop.signal)
    if (stop.signal.aborted) return
    delivery.attemptCount += 1
    delivery.attempts = [...delivery.attempts, attempt].slice(-KEPT_ATTEMPTS)
    countOne(store.counts.posts, attempt.httpStatus ?? 0)
    if (attempt.httpStatus === 200) {
      settle(delivery, 'delivered')
      settleDelivered(store, delivery, clock)
    } else {
      retryLater(delivery)
    }
    report(delivery)
  }

  function retryLater(delivery: Delivery): void {
    const next = nextAttemptAt(Date.parse(delivery.createdAt), delivery.attemptCount, clock.now())
    if (next === null) {
      settle(delivery, 'expired')
      return
    }
    Object.assign(delivery, { state: 'pending', nextAttemptAt: new Date(next).toISOString() })
    wake(delivery, next - clock.now())
  }

  function settle(delivery: Delivery, state: 'delivered' | 'dropped' | 'expired'): void {
    if (delivery.state !== state) store.counts.deliveries[state] += 1
    Object.assign(delivery, { state, nextAttemptAt: null })
  }

  function report(delivery: Delivery): void {
    const { body: _body, ...shown } = delivery
    store.changed({ kind: 'delivery', delivery: shown })
  }

  return {
    publish(event) {
      for (const appId of appsListeningTo(world, event.wabaId, fieldOf(event), numberOf(event)))
        batcher.add(appId, event, ownPlace(event), world.faults.reverseWebhooks)
    },
    publishTogether(events) {
      const [first] = events
      if (!first) return
      for (const appId of appsListeningTo(world, first.wabaId, fieldOf(first), numberOf(first)))
        enqueue(appId, first.wabaId, events)
    },
    redeliver(id) {
      const delivery = world.deliveries.find((candidate) => candidate.id === id)
      if (!delivery) return false
      waiting.get(id)?.()
      wake(delivery, 0)
      return true
    },
    hurry() {
      const asleep = world.deliveries.filter(({ id }) => waiting.has(id))
      for (const delivery of asleep) {
        waiting.get(delivery.id)?.()
        wake(delivery, 0)
      }
      return asleep.length
    },
    resume() {
      for (const delivery of world.deliveries) {
        if (delivery.state !== 'pending') continue
        wake(delivery, Math.max(0, Date.parse(delivery.nextAttemptAt ?? delivery.createdAt) - clock.now()))
      }
    },
    async close() {
      batcher.flush()
      stop.abort()
      for (const cancel of waiting.values()) cancel()
      await Promise.all(running)
    },
  }
}

function createDelivery(
  appId: string,
  wabaId: string,
  events: WebhookEvent[],
  now: number,
  wait: number,
): Delivery {
  return {
    id: randomUUID(),
    appId,
    wabaId,
    body: metaJson(webhookEnvelope(wabaId, events)),
    field: fieldOf(events[0]!),
    summary: summarise(events),
    inboundWamids: events.flatMap((event) =>
      'kind' in event && event.kind === 'messages' ? [String(event.item.id)] : [],
    ),
    reports: events.flatMap((event) =>
      'kind' in event && event.kind === 'statuses'
        ? [{ wamid: String(event.item.id), status: String(event.item.status) }]
        : [],
    ),
    state: 'pending',
    createdAt: new Date(now).toISOString(),
    nextAttemptAt: new Date(now + wait).toISOString(),
    attemptCount: 0,
    attempts: [],
  }
}
