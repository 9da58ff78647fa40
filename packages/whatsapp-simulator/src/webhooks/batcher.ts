import type { Clock } from '../clock.ts'
import { MAX_UPDATES } from './envelope.ts'
import { fieldOf, type WebhookEvent } from './webhook-event.ts'

const TOGETHER_MS = 20
// Long enough for a message's sent and delivered to be seen the wrong way round.
const TOGETHER_WHEN_REVERSED_MS = 600

export type Batcher = {
  /** `place` is the number whose own address the event goes to, if any. */
  add(appId: string, event: WebhookEvent, place: string | undefined, reversed: boolean): void
  /** Closes every open batch now. */
  flush(): void
}

/** Collects what happens within a moment for one app, account, field and place to go, and hands it over together. */
export function createBatcher(
  clock: Clock,
  onBatch: (appId: string, wabaId: string, events: WebhookEvent[]) => void,
): Batcher {
  const open = new Map<
    string,
    { appId: string; wabaId: string; events: WebhookEvent[]; cancel: () => void }
  >()

  function close(key: string): void {
    const batch = open.get(key)
    if (!batch) return
    open.delete(key)
    batch.cancel()
    onBatch(batch.appId, batch.wabaId, batch.events)
  }

  return {
    add(appId, event, place, reversed) {
      const key = `${appId}:${event.wabaId}:${fieldOf(event)}:${place ?? ''}`
      let batch = open.get(key)
      if (!batch) {
        const cancel = clock.schedule(reversed ? TOGETHER_WHEN_REVERSED_MS : TOGETHER_MS, () => close(key))
        batch = { appId, wabaId: event.wabaId, events: [], cancel }
        open.set(key, batch)
      }
      batch.events.push(event)
      if (batch.events.length >= MAX_UPDATES) close(key)
    },
    flush() {
      for (const key of [...open.keys()]) close(key)
    },
  }
}
