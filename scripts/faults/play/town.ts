import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { oneOf } from '../random.ts'
import type { Customer, Meta } from './meta.ts'

const THREE_HOURS_MS = 3 * 60 * 60 * 1000
const ADD_AT_ONCE = 1_000

/** Somebody at the other end of one of the businesses' numbers. */
export interface Chat {
  customer: Customer
  phoneNumberId: string
}

/** The numbers of the two demonstration businesses; each business is one tenant. */
export const NUMBERS = defaultAccounts.slice(0, 2).flatMap(({ numbers }) => numbers.map(({ id }) => id))

/**
 * The customers. Most have a phone, some only a user name; many write to several numbers, also of both businesses,
 * which know them under different ids.
 */
export class Town {
  written = 0
  private readonly meta: Meta
  private readonly random: () => number
  private readonly chats: Chat[] = []

  private constructor(meta: Meta, random: () => number) {
    this.meta = meta
    this.random = random
  }

  static async settle(meta: Meta, size: number, random: () => number): Promise<Town> {
    const town = new Town(meta, random)
    for (let from = 0; from < size; from += ADD_AT_ONCE) {
      const people = Array.from({ length: Math.min(ADD_AT_ONCE, size - from) }, (_, i) => personOf(from + i))
      for (const customer of await meta.addCustomers(people)) {
        for (const phoneNumberId of NUMBERS) if (random() < 0.6) town.chats.push({ customer, phoneNumberId })
      }
    }
    return town
  }

  get size(): number {
    return this.chats.length
  }

  /** Everybody once, so that every chat is there. */
  async greet(): Promise<void> {
    for (let from = 0; from < this.chats.length; from += ADD_AT_ONCE)
      await this.write(this.chats.slice(from, from + ADD_AT_ONCE))
  }

  /** Whoever it happens to be. */
  async writeSome(count: number): Promise<void> {
    await this.write(Array.from({ length: count }, () => oneOf(this.random, this.chats)))
  }

  /** To the first number, one after the other. */
  async sendPhotos(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent++) {
      const { customer } = oneOf(this.random, this.ofFirstNumber())
      await this.meta.call('/messages', 'POST', {
        customerId: customer.id,
        phoneNumberId: NUMBERS[0],
        content: { type: 'image', image: {} },
      })
      this.written++
    }
  }

  /** So many in one delivery: the most that Meta puts into one. */
  async writeTogether(count: number): Promise<void> {
    const chats = this.ofFirstNumber()
    await this.write(
      Array.from({ length: count }, () => oneOf(this.random, chats)),
      true,
    )
  }

  private ofFirstNumber(): Chat[] {
    return this.chats.filter(({ phoneNumberId }) => phoneNumberId === NUMBERS[0])
  }

  private async write(chats: Chat[], together = false): Promise<void> {
    const messages = chats.map(({ customer, phoneNumberId }) => ({
      customerId: customer.id,
      phoneNumberId,
      text: `Question ${++this.written} of ${customer.name}`,
      // Out of order, as after a phone without a network.
      sentAt: new Date(Date.now() - Math.floor(this.random() ** 4 * THREE_HOURS_MS)).toISOString(),
    }))
    await this.meta.write(messages, together)
  }
}

function personOf(index: number) {
  const digits = String(index).padStart(5, '0')
  const name = `Person ${digits}`
  if (index % 10 === 9) return { name, username: `person${digits}` }
  return { name, phone: `+4851${digits}00` }
}
