const PAGE = 2_000

/** A person at the simulator, as far as the suite looks. */
export interface Customer {
  id: string
  name: string
  phone: string | null
  username: string | null
}

/** A message as the simulator knows it: the truth. */
export interface TrueMessage {
  wamid: string
  direction: 'inbound' | 'outbound'
  phoneNumberId: string
  customerId: string | null
  content: { type: string; body?: string; rendered?: { body: string } }
  callbackData: string | null
  sentAt: string
  createdAt: string
  status: string
  /** The sender never heard that it was accepted. */
  isUnanswered?: boolean
  history: { status: string; at: string; isTold?: boolean }[]
}

export interface Counts {
  sends: { accepted: number; refused: Record<string, number> }
  posts: Record<string, number>
  deliveries: { made: number; delivered: number; dropped: number; expired: number }
}

/** The simulator's own API: what customers do, what goes wrong on purpose, and what is true. */
export class Meta {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async addCustomers(customers: { name: string; phone?: string; username?: string }[]): Promise<Customer[]> {
    const body = { customers }
    return (await this.call<{ items: Customer[] }>('/crowd/customers', 'POST', body)).items
  }

  async customers(): Promise<Customer[]> {
    return (await this.call<{ items: Customer[] }>('/customers')).items
  }

  /** @param together in one delivery for each account */
  async write(
    messages: { customerId: string; phoneNumberId: string; text: string; sentAt: string }[],
    together = false,
  ): Promise<string[]> {
    const body = { messages, together }
    return (await this.call<{ wamids: string[] }>('/crowd/messages', 'POST', body)).wamids
  }

  faults(): Promise<{ faults: Record<string, unknown> }> {
    return this.call('/faults')
  }

  async change(faults: object): Promise<void> {
    await this.call('/faults', 'PATCH', faults)
  }

  counts(): Promise<Counts> {
    return this.call('/counts')
  }

  /** Tries again now what Meta would try again in a while. */
  async hurry(): Promise<number> {
    return (await this.call<{ woken: number }>('/deliveries/hurry', 'POST')).woken
  }

  async changeNumber(id: string, change: object): Promise<void> {
    await this.call(`/numbers/${id}`, 'PATCH', change)
  }

  async everyMessage(): Promise<TrueMessage[]> {
    const all: TrueMessage[] = []
    for (let after: number | null = 0; after !== null; ) {
      const page: { items: TrueMessage[]; next: number | null } = await this.call(
        `/messages?limit=${PAGE}&after=${after}`,
      )
      all.push(...page.items)
      after = page.next
    }
    return all
  }

  async accepted(callbackData: string): Promise<TrueMessage[]> {
    return (await this.call<{ items: TrueMessage[] }>(`/messages?callbackData=${callbackData}`)).items
  }

  async call<Answer>(path: string, method = 'GET', body?: object): Promise<Answer> {
    const response = await fetch(`${this.url}/sim${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok)
      throw new Error(`The simulator answered ${path} with ${response.status}: ${await response.text()}`)
    return (await response.json()) as Answer
  }
}

export function textOf({ content }: TrueMessage): string {
  return content.body ?? content.rendered?.body ?? ''
}
