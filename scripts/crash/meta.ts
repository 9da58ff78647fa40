import type { PlannedDelivery } from './deliveries.ts'
import { until } from './until.ts'

const SENDERS = 64
const AGAIN_AFTER_MS = 50

/**
 * Posts deliveries as Meta does: what is not answered with 200 comes again until it is. A request that was cut off
 * may have been kept all the same, so some deliveries reach the journal twice.
 */
export class Meta {
  /** Every delivery that was answered with 200, once for each 200. */
  readonly acknowledged: PlannedDelivery[] = []
  cutOff = 0
  private isStopping = false
  private readonly senders: Promise<void>[]

  constructor(url: string, supply: Iterator<PlannedDelivery>) {
    this.senders = Array.from({ length: SENDERS }, () => this.send(url, supply))
  }

  /** Starts nothing new and waits until everything that was started is acknowledged. */
  async finish(): Promise<void> {
    this.isStopping = true
    await Promise.all(this.senders)
  }

  private async send(url: string, supply: Iterator<PlannedDelivery>): Promise<void> {
    while (!this.isStopping) {
      const delivery = supply.next().value as PlannedDelivery
      await until('a delivery is acknowledged', () => this.post(url, delivery), AGAIN_AFTER_MS)
      this.acknowledged.push(delivery)
    }
  }

  private async post(url: string, { body, signature }: PlannedDelivery): Promise<boolean> {
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
    try {
      const response = await fetch(url, { method: 'POST', body, headers })
      await response.arrayBuffer()
      return response.status === 200
    } catch {
      this.cutOff++
      return false
    }
  }
}
