import { createLogger } from '@open-mercato/shared/lib/logger'
import type { EventPayload } from '@open-mercato/shared/modules/events'
import pg from 'pg'
import type { BrowserEvent } from './browserEvent.ts'

const CHANNEL = 'om_browser_events'
const COALESCE_MS = 15
const MAX_EVENT_BYTES = 4096
/** PostgreSQL refuses a notification of 8000 bytes. */
const MAX_NOTIFY_BYTES = 7900
const RECONNECT_MS = [250, 500, 1000, 2000, 5000]

export type EventBridge = ReturnType<typeof createEventBridge>

/**
 * Carries events for browsers between processes by LISTEN and NOTIFY, on connections of its own.
 *
 * States: idle (nobody listens here) -> connecting -> listening -> connecting again when the connection is lost
 * -> closed. When it is lost the local listeners are told: what happened meanwhile is not known here.
 */
export function createEventBridge(options: { databaseUrl: string }) {
  const logger = createLogger('events.bridge')
  const listeners = new Set<{ onEvent(event: BrowserEvent): void; onGap(): void }>()
  const sender = new pg.Pool({ connectionString: options.databaseUrl, max: 1, connectionTimeoutMillis: 5000 })
  sender.on('error', (err) => logger.warn('The connection that sends events was lost.', { err }))
  const waiting: BrowserEvent[] = []
  let sending: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let listening: Promise<pg.Client> | null = null
  let isEnding = false
  let isClosed = false

  function flush(): Promise<void> {
    timer = null
    const batches = inBatches(waiting.splice(0))
    sending = sending.then(async () => {
      for (const batch of batches) {
        await sender
          .query('select pg_notify($1, $2)', [CHANNEL, batch])
          .catch((err: unknown) => logger.warn('Events did not reach the browsers.', { err }))
      }
    })
    return sending
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: options.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    })
    client.on('error', () => undefined)
    client.on('end', () => lost())
    client.on('notification', ({ payload }) => {
      for (const event of JSON.parse(payload ?? '[]') as BrowserEvent[]) {
        for (const listener of listeners) listener.onEvent(event)
      }
    })
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    return client
  }

  function lost(): void {
    if (isClosed || !listening) return
    listening = null
    logger.warn('The connection that hears events was lost.')
    for (const listener of [...listeners]) listener.onGap()
    void reconnect(0)
  }

  async function reconnect(attempt: number): Promise<void> {
    const wait = RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)]
    await new Promise((done) => setTimeout(done, wait).unref())
    if (isClosed || listening) return
    await ready().catch(() => reconnect(attempt + 1))
  }

  function ready(): Promise<pg.Client> {
    listening ??= connect().catch((error: unknown) => {
      listening = null
      throw error
    })
    return listening
  }

  function endListening(): void {
    isEnding = true
    for (const listener of [...listeners]) listener.onGap()
    listeners.clear()
  }

  return {
    /** Soon, folded with its neighbours. Never throws: a missed event is a stale screen, not lost work. */
    publish(id: string, payload: EventPayload): void {
      if (isClosed) return
      const event = { id, payload, timestamp: Date.now(), organizationId: payload.organizationId ?? null }
      if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) {
        logger.error('An event is too large for browsers.', { event: id })
        return
      }
      waiting.push(event)
      timer ??= setTimeout(() => void flush(), COALESCE_MS)
    },

    /** Resolves once events will be heard. `onGap` is called when some may have been missed. */
    async listen(listener: { onEvent(event: BrowserEvent): void; onGap(): void }): Promise<() => void> {
      if (!isEnding) await ready()
      if (isEnding) {
        listener.onGap()
        return () => undefined
      }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Nobody listens here any more. What is published still reaches the other processes. */
    endListening,

    /** Everything published so far has been handed to PostgreSQL. */
    async flushed(): Promise<void> {
      if (timer) clearTimeout(timer)
      await flush()
    },

    async close(): Promise<void> {
      if (timer) clearTimeout(timer)
      await flush()
      isClosed = true
      endListening()
      const client = await listening?.catch(() => null)
      listening = null
      await client?.end().catch(() => undefined)
      await sender.end()
    },
  }
}

/** JSON arrays, each small enough for one notification. */
export function inBatches(events: readonly BrowserEvent[]): string[] {
  const batches: string[] = []
  let open: string[] = []
  let size = 2
  for (const event of events) {
    const json = JSON.stringify(event)
    const bytes = Buffer.byteLength(json) + 1
    if (open.length && size + bytes > MAX_NOTIFY_BYTES) {
      batches.push(`[${open.join(',')}]`)
      open = []
      size = 2
    }
    open.push(json)
    size += bytes
  }
  if (open.length) batches.push(`[${open.join(',')}]`)
  return batches
}
