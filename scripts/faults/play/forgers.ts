import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const EVERY_MS = 25
const PATIENCE_MS = 5_000
/** Limits are for each address that requests come from, and Meta's is another one than the forgers'. */
const FORGERS_ADDRESS = process.platform === 'linux' ? '127.0.0.66' : undefined

/** Somebody posts deliveries that are not Meta's, all the time. */
export class Forgers {
  posted = 0
  /** Answered as if it were Meta. */
  readonly believed: string[] = []
  private readonly url: URL
  private isOver = false
  private readonly posting: Promise<void>

  constructor(url: string) {
    this.url = new URL(url)
    this.posting = this.work()
  }

  async stop(): Promise<void> {
    this.isOver = true
    await this.posting
  }

  private async work(): Promise<void> {
    while (!this.isOver) {
      const serial = ++this.posted
      const status = await this.post(bodyOf(serial))
      if (status === 200) this.believed.push(`forgery ${serial}`)
      await pause(EVERY_MS)
    }
  }

  /** @returns the answer's status; 0 where there was none */
  private post(body: string): Promise<number> {
    return new Promise((resolve) => {
      const posting = request(
        this.url,
        {
          method: 'POST',
          ...(FORGERS_ADDRESS && { localAddress: FORGERS_ADDRESS }),
          timeout: PATIENCE_MS,
          headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
        },
        (response) => {
          response.resume()
          response.on('error', () => undefined)
          resolve(response.statusCode ?? 0)
        },
      )
      posting.on('timeout', () => posting.destroy())
      posting.on('error', () => resolve(0))
      posting.end(body)
    })
  }
}

function bodyOf(serial: number): string {
  const message = { from: '48600000000', id: `wamid.forged.${serial}`, timestamp: '1795200000', type: 'text' }
  const value = { messaging_product: 'whatsapp', messages: [{ ...message, text: { body: 'Forged' } }] }
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ value }] }] })
}
