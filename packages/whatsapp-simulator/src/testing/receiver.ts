import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Item = Record<string, unknown> & { id: string }
export type WebhookValue = {
  metadata: { phone_number_id: string; display_phone_number: string }
  contacts?: Record<string, unknown>[]
  messages?: Item[]
  statuses?: Item[]
}
export type Received = {
  body: string
  signature: string
  values: WebhookValue[]
  /** The same with their fields, and with the time of an entry that has one. */
  changes: { field: string; value: Record<string, unknown>; time?: number }[]
}

export type Receiver = {
  url: string
  received: Received[]
  /** What the next webhooks are answered; 200 until it is set. */
  status: number
  echoes: boolean
  /** Resolves as soon as `found` is true of what has come so far. */
  until(found: (received: Received[]) => boolean): Promise<void>
  statuses(): Item[]
  messages(): Item[]
  close(): Promise<void>
}

/** A business's webhook endpoint for tests of the simulator. */
export async function startReceiver(): Promise<Receiver> {
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://receiver')
    if (request.method === 'GET') {
      response.end(receiver.echoes ? address.searchParams.get('hub.challenge') : 'something else')
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const envelope = JSON.parse(body) as {
        entry: { time?: number; changes: { field: string; value: WebhookValue }[] }[]
      }
      const values = envelope.entry.flatMap((entry) => entry.changes.map((change) => change.value))
      const changes = envelope.entry.flatMap(({ time, changes: list }) =>
        list.map((change) => ({ ...change, ...(time === undefined ? {} : { time }) })),
      )
      const signature = String(request.headers['x-hub-signature-256'])
      receiver.received.push({ body, signature, values, changes })
      response.writeHead(receiver.status).end()
      for (const check of waiting) check()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received: [],
    status: 200,
    echoes: true,
    until: (found) =>
      new Promise((resolve) => {
        const check = () => {
          if (!found(receiver.received)) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      }),
    statuses: () =>
      receiver.received.flatMap(({ values }) => values.flatMap((value) => value.statuses ?? [])),
    messages: () =>
      receiver.received.flatMap(({ values }) => values.flatMap((value) => value.messages ?? [])),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
