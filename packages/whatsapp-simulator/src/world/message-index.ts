import { windowKey } from '../rules/window.ts'
import type { Message } from './message.ts'

/** Messages by what they are asked for by, in the order in which they were added. */
export type MessageIndex = {
  add(message: Message): void
  clear(): void
  message(wamid: string): Message | undefined
  ofCustomer(customerId: string): readonly Message[]
  ofChat(phoneNumberId: string, customerId: string): readonly Message[]
  withCallbackData(callbackData: string): readonly Message[]
  /** At most `count` of the last that a number sent. */
  latestSends(phoneNumberId: string, count: number): readonly Message[]
  /** How many of a number's messages were priced as `service` in a month, such as `2026-10`. */
  servicesIn(phoneNumberId: string, month: string): number
}

/** Keeps every question about one chat, number or message from reading all messages. */
export function createMessageIndex(messages: readonly Message[]): MessageIndex {
  const byWamid = new Map<string, Message>()
  const byCustomer = new Map<string, Message[]>()
  const byChat = new Map<string, Message[]>()
  const byCallbackData = new Map<string, Message[]>()
  const sends = new Map<string, Message[]>()
  const services = new Map<string, number>()

  function add(message: Message): void {
    const { wamid, customerId, phoneNumberId, callbackData, direction, pricing, createdAt } = message
    byWamid.set(wamid, message)
    if (customerId) {
      append(byCustomer, customerId, message)
      append(byChat, windowKey(phoneNumberId, customerId), message)
    }
    if (callbackData) append(byCallbackData, callbackData, message)
    if (direction === 'outbound') append(sends, phoneNumberId, message)
    if (pricing?.category === 'service') {
      const key = serviceKey(phoneNumberId, createdAt.slice(0, 'YYYY-MM'.length))
      services.set(key, (services.get(key) ?? 0) + 1)
    }
  }

  for (const message of messages) add(message)
  return {
    add,
    clear() {
      for (const map of [byWamid, byCustomer, byChat, byCallbackData, sends, services]) map.clear()
    },
    message: (wamid) => byWamid.get(wamid),
    ofCustomer: (customerId) => byCustomer.get(customerId) ?? [],
    ofChat: (phoneNumberId, customerId) => byChat.get(windowKey(phoneNumberId, customerId)) ?? [],
    withCallbackData: (callbackData) => byCallbackData.get(callbackData) ?? [],
    latestSends: (phoneNumberId, count) => sends.get(phoneNumberId)?.slice(-count) ?? [],
    servicesIn: (phoneNumberId, month) => services.get(serviceKey(phoneNumberId, month)) ?? 0,
  }
}

function append(map: Map<string, Message[]>, key: string, message: Message): void {
  const list = map.get(key)
  if (list) list.push(message)
  else map.set(key, [message])
}

function serviceKey(phoneNumberId: string, month: string): string {
  return `${phoneNumberId}:${month}`
}
