import { type ChatWindows, windowsOf } from '../actions/let-hours-pass.ts'
import { registrationOf } from '../actions/register-number.ts'
import { windowKey } from '../rules/window.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { appsListeningTo, callbackFor } from '../webhooks/subscribers.ts'
import type { Customer } from '../world/customer.ts'
import type { Delivery } from '../world/delivery.ts'
import type { Message } from '../world/message.ts'
import { numberStateOf } from '../world/number-state.ts'

/** The businesses as the phone page shows them; no secrets. */
export function listAccounts({ accounts, store }: Simulation) {
  return accounts.map((account) => ({
    appId: account.appId,
    wabaId: account.wabaId,
    name: account.wabaName,
    portfolio: account.portfolio,
    numbers: account.numbers.map(({ id, displayPhoneNumber, verifiedName }) => ({
      id,
      displayPhoneNumber,
      verifiedName,
    })),
    callbacks: appsListeningTo(store.world, account.wabaId, 'messages').map((appId) =>
      callbackFor(store.world, appId, account.wabaId, 'messages'),
    ),
  }))
}

/** Every number with what Meta knows of it, and the code that it was sent to be verified with. */
export function listNumbers(simulation: Simulation) {
  const { world } = simulation.store
  return simulation.accounts
    .flatMap((account) => account.numbers)
    .map((number) => {
      const { pin, code } = registrationOf(simulation, number)
      return {
        id: number.id,
        displayPhoneNumber: number.displayPhoneNumber,
        verifiedName: number.verifiedName,
        ...numberStateOf(world, number),
        isPinEnabled: pin !== null,
        verificationCode: code?.text ?? null,
        requestedName: world.requestedNames[number.id] ?? null,
        webhookOverride: world.numberOverrides[number.id] ?? null,
      }
    })
}

export type Thread = ChatWindows & {
  phoneNumberId: string
  customerId: string
  lastMessage: Message
  messageCount: number
  unreadCount: number
}

/** Every chat of every customer, the one with the newest message first. */
export function listThreads(simulation: Simulation): Thread[] {
  const { store } = simulation
  const threads = new Map<string, Thread>()
  for (const message of store.world.messages) {
    if (!message.customerId) continue
    const key = windowKey(message.phoneNumberId, message.customerId)
    const earlier = threads.get(key)
    const unread = message.direction === 'outbound' && message.status === 'delivered' ? 1 : 0
    threads.set(key, {
      phoneNumberId: message.phoneNumberId,
      customerId: message.customerId,
      lastMessage: message,
      messageCount: (earlier?.messageCount ?? 0) + 1,
      unreadCount: (earlier?.unreadCount ?? 0) + unread,
      ...windowsOf(simulation, key),
    })
  }
  return [...threads.values()].sort((a, b) => b.lastMessage.createdAt.localeCompare(a.lastMessage.createdAt))
}

export function listDeliveries({ store }: Simulation): Omit<Delivery, 'body'>[] {
  return store.world.deliveries
    .slice(-200)
    .toReversed()
    .map(({ body: _body, ...shown }) => shown)
}

export type Overview = {
  accounts: ReturnType<typeof listAccounts>
  numbers: ReturnType<typeof listNumbers>
  customers: Customer[]
  messages: Message[]
  deliveries: Omit<Delivery, 'body'>[]
  faults: Simulation['store']['world']['faults']
  now: string
}

/** All the phone page needs to begin with. */
export function overview(simulation: Simulation): Overview {
  const { customers, messages, faults } = simulation.store.world
  return {
    accounts: listAccounts(simulation),
    numbers: listNumbers(simulation),
    customers,
    messages,
    deliveries: listDeliveries(simulation),
    faults,
    now: isoNow(simulation.clock),
  }
}
