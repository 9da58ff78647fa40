import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Simulation } from '../simulation.ts'

const HEARTBEAT_MS = 20_000

/** `GET /sim/stream`: every change of the world as one server-sent event, `data` is a `Change`. */
export function streamChanges(c: Context, { store, closing }: Simulation): Response {
  return streamSSE(c, async (stream) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const write = (text: string) => void stream.write(text).catch(() => end())
    const send = (data: unknown) => write(`data: ${JSON.stringify(data)}\n\n`)
    const unsubscribe = store.subscribe(send)
    const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
    stream.onAbort(end)
    closing.addEventListener('abort', () => end())
    send({ kind: 'hello' })
    await ended
    unsubscribe()
    clearInterval(heartbeat)
  })
}
