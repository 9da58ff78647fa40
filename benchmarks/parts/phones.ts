import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from './deliveries.ts'

/** Somebody on the simulator's phone. */
export type Writer = Person

const LOOK_EVERY_MS = 25
const PATIENCE_MS = 60_000

/** What customers do and what Meta knows, by the simulator's own API. */
export class Phones {
  private readonly simulatorUrl: string

  constructor(simulatorUrl: string) {
    this.simulatorUrl = simulatorUrl
  }

  /** So many new people who each write once to the number. */
  async write(count: number, phoneNumberId: string): Promise<Writer[]> {
    const writers: Writer[] = []
    for (let nth = 0; nth < count; nth++) {
      const name = `Writer ${nth}`
      const { customer } = await this.call<{ customer: { id: string; phone: string; userId: string } }>(
        'POST',
        '/customers',
        { name, phone: `+48500${String(nth).padStart(6, '0')}` },
      )
      await this.call('POST', '/messages', {
        customerId: customer.id,
        phoneNumberId,
        text: 'Is anybody there?',
      })
      writers.push({ name, phone: customer.phone.slice(1), userId: customer.userId })
    }
    return writers
  }

  async setFaults(faults: object): Promise<void> {
    await this.call('PATCH', '/faults', faults)
  }

  /** Waits until Graph has taken the message of ours with this id. */
  async accepted(messageId: string): Promise<{ wamid: string; at: number }> {
    const deadline = Date.now() + PATIENCE_MS
    while (Date.now() < deadline) {
      const { items } = await this.call<{ items: { wamid: string; createdAt: string }[] }>(
        'GET',
        `/messages?callbackData=${messageId}`,
      )
      const found = items[0]
      if (found) return { wamid: found.wamid, at: Date.parse(found.createdAt) }
      await pause(LOOK_EVERY_MS)
    }
    throw new Error('Graph was never asked for an answer.')
  }

  private async call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.simulatorUrl}/sim${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`The simulator answered ${path} with ${response.status}.`)
    return (await response.json()) as Answer
  }
}
