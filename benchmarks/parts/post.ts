import { Agent, request } from 'node:http'
import type { SignedDelivery } from './deliveries.ts'

/** The HTTP status; 0 where the connection broke. */
export type Post = (url: string, from: string, delivery: SignedDelivery) => Promise<number>

/** Posts over so many connections that are kept, as if through a proxy that heard `from`. */
export function postOver(connections: number): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
  return (url, from, { body, signature }) =>
    new Promise((resolve) => {
      const posting = request(url, {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-forwarded-for': from,
          'x-hub-signature-256': signature,
        },
      })
      posting.on('response', (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      })
      posting.on('error', () => resolve(0))
      posting.end(body)
    })
}
