import { setTimeout as pause } from 'node:timers/promises'
import { SEEDED_PASSWORD } from '@open-mercato/core/host/accounts'

const ANSWER_PATIENCE_MS = 15_000
const AGAIN_AFTER_MS = 250

export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(path: string, status: number, body: string) {
    super(`${path} was answered with ${status}: ${body.slice(0, 300)}`)
    this.status = status
    this.code = (JSON.parse(body || '{}') as { code?: string }).code ?? ''
  }
}

export interface Conversation {
  id: string
  channel: { id: string }
  contact: { phone: string | null; userId: string | null; username: string | null }
  lastMessageAt: string | null
  unreadCount: number
  window: { expiresAt: string | null }
}

/** Somebody of a business's staff. What gets no answer, or a 5xx, is asked again until it does. */
export class Staff {
  readonly email: string
  private readonly url: string
  private readonly signal: AbortSignal
  private token = ''

  constructor(url: string, email: string, signal: AbortSignal) {
    this.url = url
    this.email = email
    this.signal = signal
  }

  async signIn(): Promise<void> {
    const response = await this.insist('/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.email, password: SEEDED_PASSWORD }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    this.token = cookie.slice(cookie.indexOf('=') + 1)
  }

  /** @throws Refused on any answer that says no */
  async api<Answer>(
    path: string,
    init: { method?: string; key?: string; body?: unknown } = {},
  ): Promise<Answer> {
    const response = await this.insist(`/api/communication_channels${path}`, {
      method: init.method ?? 'GET',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        ...(init.key && { 'idempotency-key': init.key }),
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
    })
    return (await response.json()) as Answer
  }

  /** What an address of the API gives, as it is. */
  async bytes(path: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${this.token}` }
    const response = await this.insist(`/api/communication_channels${path}`, { headers })
    return Buffer.from(await response.arrayBuffer())
  }

  async conversations(): Promise<Conversation[]> {
    return this.pages<Conversation>('/conversations')
  }

  /** Everything a paged list has. */
  async pages<Item>(path: string): Promise<Item[]> {
    const all: Item[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: Item[]; nextCursor: string | null } = await this.api(
        `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      all.push(...page.items)
      cursor = page.nextCursor
    }
    return all
  }

  private async insist(path: string, init: RequestInit): Promise<Response> {
    for (;;) {
      const response = await this.once(path, init)
      if (response?.ok) return response
      if (response && response.status < 500 && response.status !== 429)
        throw new Refused(path, response.status, await response.text())
      await response?.arrayBuffer().catch(() => undefined)
      await pause(AGAIN_AFTER_MS, undefined, { signal: this.signal })
    }
  }

  private async once(path: string, init: RequestInit): Promise<Response | null> {
    this.signal.throwIfAborted()
    try {
      const signal = AbortSignal.any([this.signal, AbortSignal.timeout(ANSWER_PATIENCE_MS)])
      const response = await fetch(`${this.url}${path}`, { ...init, signal })
      // Read here, so that an answer that breaks off counts as none.
      const body = await response.arrayBuffer()
      return new Response(body, response)
    } catch {
      this.signal.throwIfAborted()
      return null
    }
  }
}
