import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { type BrowserEvent, type Listener, mayHear } from './browserEvent.ts'
import type { EventBridge } from './eventBridge.ts'

const HEARTBEAT_MS = 30_000
/** How soon a browser comes back after the stream ends. */
const RETRY_MS = 1000

/**
 * Server-sent events for one signed-in browser. Who may hear what is asked again with every heartbeat, so
 * that a session that ended or a right that was taken away ends the stream. It also ends when events may have
 * been missed: the browser connects again and reads what it shows anew.
 */
export async function openEventStream(deps: {
  bridge: EventBridge
  identify(): Promise<Listener | null>
  signal: AbortSignal
}): Promise<Response> {
  const first = await deps.identify()
  if (!first) return Response.json({ error: 'Sign in first.', code: 'unauthorized' }, { status: 401 })

  let listener = first
  let stop: () => void = () => undefined
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let isOver = false
      let leave: () => void = () => undefined
      const send = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text))
      }
      const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS)
      stop = () => {
        if (isOver) return
        isOver = true
        clearInterval(heartbeat)
        leave()
        try {
          controller.close()
        } catch {
          // The browser closed it first.
        }
      }
      async function beat(): Promise<void> {
        const current = await deps.identify().catch(() => null)
        if (!current) return stop()
        listener = current
        send(': heartbeat\n\n')
      }
      deps.signal.addEventListener('abort', stop, { once: true })
      send(`retry: ${RETRY_MS}\n\n`)
      leave = await deps.bridge.listen({
        onEvent: (event) => mayHear(listener, event) && send(`data: ${JSON.stringify(event)}\n\n`),
        onGap: () => stop(),
      })
      if (isOver || deps.signal.aborted) leave()
      send(': listening\n\n')
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

export function listenerOf(auth: AuthContext, features: readonly string[]): Listener | null {
  if (!auth?.tenantId) return null
  return { tenantId: auth.tenantId, organizationId: auth.orgId, features }
}

export type { BrowserEvent }
