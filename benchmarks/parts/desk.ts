import { setTimeout as pause } from 'node:timers/promises'
import { SEEDED_PASSWORD } from '@open-mercato/core/host/accounts'

const HUB = '/api/communication_channels'
const PATIENCE_MS = 30_000

/** Somebody of staff before the inbox: hears the live events and reads again what they name, as the screen does. */
export class Desk {
  private readonly url: string
  private readonly token: string
  private readonly stream = new AbortController()
  private readonly watchers = new Set<(messageId: string) => void>()

  private constructor(url: string, token: string) {
    this.url = url
    this.token = token
  }

  static async open(url: string, email: string): Promise<Desk> {
    const response = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: SEEDED_PASSWORD }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const desk = new Desk(url, cookie.slice(cookie.indexOf('=') + 1))
    await desk.listen()
    return desk
  }

  close(): void {
    this.stream.abort()
  }

  /** Ids by the contact's phone. */
  async conversations(): Promise<Map<string, string>> {
    const { items } = await this.api<{ items: { id: string; contact: { phone: string } }[] }>(
      '/conversations?limit=100',
    )
    return new Map(items.map(({ id, contact }) => [contact.phone, id]))
  }

  /** @returns our id of the message */
  async send(conversationId: string, text: string, key: string): Promise<string> {
    const { message } = await this.api<{ message: { id: string } }>(
      `/conversations/${conversationId}/messages`,
      {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: JSON.stringify({ content: { type: 'text', text } }),
      },
    )
    return message.id
  }

  /** Resolves when the thread shows one of these statuses; looks when an event names the message, and once before. */
  async shows(conversationId: string, messageId: string, statuses: string[]): Promise<void> {
    let wake: () => void = () => undefined
    let isNamed = false
    const watcher = (named: string) => {
      if (named !== messageId) return
      isNamed = true
      wake()
    }
    this.watchers.add(watcher)
    try {
      const deadline = Date.now() + PATIENCE_MS
      while (!statuses.includes(await this.statusOf(conversationId, messageId))) {
        if (Date.now() > deadline) throw new Error(`The screen never showed ${statuses.join(' or ')}.`)
        if (!isNamed) await Promise.race([new Promise<void>((woken) => (wake = woken)), pause(PATIENCE_MS)])
        isNamed = false
      }
    } finally {
      this.watchers.delete(watcher)
    }
  }

  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`)
      await pause(100)
    }
  }

  private async statusOf(conversationId: string, messageId: string): Promise<string> {
    const { items } = await this.api<{ items: { id: string; status: string }[] }>(
      `/conversations/${conversationId}/messages`,
    )
    return items.find(({ id }) => id === messageId)?.status ?? ''
  }

  private async listen(): Promise<void> {
    const response = await fetch(`${this.url}/api/events/stream`, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: this.stream.signal,
    })
    void this.hear(response.body!.pipeThrough(new TextDecoderStream())).catch(() => undefined)
  }

  private async hear(stream: ReadableStream<string>): Promise<void> {
    let text = ''
    for await (const chunk of stream) {
      text += chunk
      const lines = text.split('\n\n')
      text = lines.pop()!
      for (const line of lines) {
        if (!line.startsWith('data: ')) continue
        const { payload } = JSON.parse(line.slice('data: '.length)) as { payload: { messageId?: string } }
        if (payload.messageId) for (const watcher of this.watchers) watcher(payload.messageId)
      }
    }
  }

  private async api<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${HUB}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        ...(init.headers as object),
      },
    })
    if (!response.ok)
      throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    return (await response.json()) as Answer
  }
}
