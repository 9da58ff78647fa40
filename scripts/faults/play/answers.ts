import { setTimeout as pause } from 'node:timers/promises'
import { oneOf } from '../random.ts'
import { type Conversation, Refused, type Staff } from './staff.ts'

/** Something that staff, or a batch of theirs, wanted a customer to get. Its text is like no other's. */
export interface Intent {
  text: string
  email: string
  conversationId: string | null
  /** Our id of the message once the product has taken it (202). */
  messageId: string | null
  /** A person asked for it to be called back while it waited. */
  cancelAsked: boolean
  /** As what a person had it sent again, not knowing whether it had gone out. */
  resentAs: string[]
}

const LOOK_AGAIN_MS = 3_000
const SCHEDULED_SHARE = 0.08
const CANCELLED_SHARE = 0.5
const LATEST_MS = 6_000

/** Staff who answer whoever has written, at a steady pace, whatever is done to the product meanwhile. */
export class Answers {
  readonly intents: Intent[] = []
  /** What the product refused although nothing was wrong with it. */
  readonly refusals: string[] = []
  private readonly staff: Staff[]
  private readonly random: () => number
  private readonly conversations = new Map<Staff, Conversation[]>()
  /** How many chats there will be, so that staff know when they have seen all. */
  known = 0
  private serial = 0

  constructor(staff: Staff[], random: () => number) {
    this.staff = staff
    this.random = random
  }

  /** Sees who has written; everybody seen may be answered. */
  async look(): Promise<number> {
    for (const one of this.staff) this.conversations.set(one, await one.conversations())
    return [...this.conversations.values()].reduce((sum, list) => sum + list.length, 0)
  }

  of(staff: Staff): Conversation[] {
    return this.conversations.get(staff) ?? []
  }

  /** Answers until `isOver` says so. Several at once; each waits for its 202. */
  async work(perSecond: number, writers: number, isOver: () => boolean): Promise<void> {
    const startedAt = performance.now()
    let begun = 0
    let lookedAt = performance.now()
    const write = async () => {
      while (!isOver()) {
        const mine = begun++
        const early = (mine / perSecond) * 1000 - (performance.now() - startedAt)
        if (early > 0) await pause(early)
        if (performance.now() - lookedAt > LOOK_AGAIN_MS && this.size() < this.known) {
          lookedAt = performance.now()
          await this.look()
        }
        await this.answer()
      }
    }
    await Promise.all(Array.from({ length: writers }, write))
  }

  private size(): number {
    return [...this.conversations.values()].reduce((sum, list) => sum + list.length, 0)
  }

  private async answer(): Promise<void> {
    const staff = this.staffAtWork()
    const conversation = oneOf(this.random, this.of(staff))
    const serial = ++this.serial
    const intent: Intent = {
      text: `Answer ${serial} for ${conversation.contact.phone ?? conversation.contact.userId}`,
      email: staff.email,
      conversationId: conversation.id,
      messageId: null,
      cancelAsked: false,
      resentAs: [],
    }
    this.intents.push(intent)
    const isLater = this.random() < SCHEDULED_SHARE
    const isRegretted = isLater && this.random() < CANCELLED_SHARE
    const scheduledAt = new Date(Date.now() + 1_000 + this.random() * LATEST_MS).toISOString()
    try {
      const { message } = await staff.api<{ message: { id: string } }>(
        `/conversations/${conversation.id}/messages`,
        {
          method: 'POST',
          key: `answer-${serial}`,
          body: { content: { type: 'text', text: intent.text }, ...(isLater && { scheduledAt }) },
        },
      )
      intent.messageId = message.id
      if (isRegretted) await this.callBack(staff, intent)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      this.refusals.push(error.message)
    }
  }

  private async callBack(staff: Staff, intent: Intent): Promise<void> {
    intent.cancelAsked = true
    try {
      await staff.api(`/messages/${intent.messageId}/cancel`, { method: 'POST' })
    } catch (error) {
      // Too late: it has left, and is to arrive.
      if (!(error instanceof Refused)) throw error
    }
  }

  private staffAtWork(): Staff {
    const withWork = this.staff.filter((one) => this.of(one).length > 0)
    return oneOf(this.random, withWork)
  }
}
