import type { House } from '../processes/house.ts'
import type { Answers, Intent } from './answers.ts'
import type { Staff } from './staff.ts'

interface Batch {
  id: string
  state: string
  total: number
}

interface Recipient {
  /** From 1. */
  position: number
  messageId: string | null
  state: string
}

/** One template for many people, each with an order number that nobody else has. */
export class BatchOfMany {
  private readonly staff: Staff
  private readonly intents: Intent[] = []
  private id = ''

  private constructor(staff: Staff) {
    this.staff = staff
  }

  static async send(answers: Answers, staff: Staff, size: number): Promise<BatchOfMany> {
    const batch = new BatchOfMany(staff)
    const [first] = answers.of(staff)
    const channelId = first!.channel.id
    const people = answers.of(staff).filter(({ channel }) => channel.id === channelId)
    const recipients = people.slice(0, size).map(({ id, contact }, index) => {
      const order = `B-${String(index).padStart(5, '0')}`
      const name = contact.phone ?? String(contact.username)
      batch.intents.push({
        text: `Hi ${name}, your order ${order} is on its way.`,
        email: staff.email,
        conversationId: id,
        messageId: null,
        cancelAsked: false,
        resentAs: [],
      })
      const target = contact.phone && index % 2 ? { phone: contact.phone } : { conversationId: id }
      return { ...target, parameters: { body: { 1: name, 2: order } } }
    })
    const content = { type: 'template', name: 'order_update', language: 'en_US', parameters: {} }
    const { batch: made } = await staff.api<{ batch: Batch }>('/batches', {
      method: 'POST',
      key: 'the-batch',
      body: { name: 'On its way', channelId, content, recipients },
    })
    batch.id = made.id
    answers.intents.push(...batch.intents)
    return batch
  }

  get size(): number {
    return this.intents.length
  }

  /** Waits for nothing: how many of its messages have been taken by the provider so far. */
  async sent(house: House): Promise<number> {
    const [row] = await house.query<{ n: number }>(
      "select count(*)::int as n from cc_external_messages where batch_id = $1 and status not in ('queued', 'sending')",
      [this.id],
    )
    return row!.n
  }

  /** Its report says which message each recipient became. Returns what is odd about it. */
  async readReport(): Promise<string[]> {
    const { batch } = await this.staff.api<{ batch: Batch }>(`/batches/${this.id}`)
    const recipients = await this.staff.pages<Recipient>(`/batches/${this.id}/recipients`)
    for (const { position, messageId } of recipients) {
      const intent = this.intents[position - 1]
      if (intent) intent.messageId = messageId
    }
    return [
      ...(batch.state === 'finished' ? [] : [`the batch is ${batch.state}`]),
      ...(recipients.length === this.size ? [] : [`it reports on ${recipients.length} of ${this.size}`]),
      ...recipients
        .filter(({ messageId }) => !messageId)
        .map(({ position }) => `nothing went to ${position}`),
    ]
  }
}
