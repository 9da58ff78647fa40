import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEEDED_PASSWORD } from '@open-mercato/core/host/accounts'
import { type Child, startChild } from '../../benchmarks/parts/child.ts'
import { freePort } from '../../benchmarks/parts/free-port.ts'

/** The product in a process that can be killed and started again, always at the same address. */
export class Shop {
  readonly url: string
  kills = 0
  private readonly env: Record<string, string>
  private process: Child<unknown> | null = null
  private token = ''

  private constructor(port: number, databaseUrl: string, simulatorUrl: string) {
    this.url = `http://127.0.0.1:${port}`
    this.env = {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      OM_WHATSAPP_GRAPH_URL: simulatorUrl,
      OM_MASTER_KEY: randomBytes(32).toString('base64'),
      WORKERS: 'on',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'open-mercato-crash-')),
      // A process that lost its peers says so; here that is what is done to it.
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    }
  }

  static async open(databaseUrl: string, simulatorUrl: string): Promise<Shop> {
    const shop = new Shop(await freePort(), databaseUrl, simulatorUrl)
    await shop.start()
    return shop
  }

  get isRunning(): boolean {
    return this.process !== null
  }

  async start(): Promise<void> {
    this.process = await startChild('product-process', this.env)
  }

  async kill(): Promise<void> {
    await this.process?.stop('SIGKILL')
    this.process = null
    this.kills++
  }

  async close(): Promise<void> {
    await this.process?.stop()
    rmSync(this.env.DATA_DIR!, { recursive: true, force: true })
  }

  async signIn(email: string): Promise<void> {
    const response = await fetch(`${this.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: SEEDED_PASSWORD }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    this.token = cookie.slice(cookie.indexOf('=') + 1)
  }

  /** What a file's address gives to the person who signed in. */
  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(`${this.url}/api/communication_channels${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  /** As the person who signed in. Throws on anything but a success. */
  async api<Answer>(path: string, init: { method?: string; headers?: object; body?: unknown } = {}) {
    const response = await fetch(`${this.url}/api/communication_channels${path}`, {
      method: init.method ?? 'GET',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        ...init.headers,
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
    })
    if (!response.ok)
      throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    return (await response.json()) as Answer
  }
}
