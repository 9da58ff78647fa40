import type { NumberState } from '../accounts/number-state.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import { type Customer, defaultCustomers } from './customer.ts'
import type { Delivery } from './delivery.ts'
import { type Faults, noFaults } from './faults.ts'
import type { Message } from './message.ts'

export type AppSubscription = { callbackUrl: string; fields: string[]; active: boolean }

/** An app that listens to a WABA; with an override its `messages` go there instead of to the app's callback. */
export type AccountSubscription = { appId: string; wabaId: string; overrideCallbackUri: string | null }

/** Everything the simulator remembers; plain JSON, so that it can be written down as it is. */
export type World = {
  version: 1
  customers: Customer[]
  messages: Message[]
  /** Newest inbound time (ms) by `windowKey(phoneNumberId, customerId)`. */
  lastInboundAt: Record<string, number>
  appSubscriptions: Record<string, AppSubscription>
  accountSubscriptions: AccountSubscription[]
  deliveries: Delivery[]
  faults: Faults
  /** What was changed of a number, by its id. */
  numberStates: Record<string, Partial<NumberState>>
  /** What was changed of a template, by its id. */
  templateStates: Record<string, Partial<TemplateState>>
}

export function createWorld(): World {
  return {
    version: 1,
    customers: structuredClone(defaultCustomers),
    messages: [],
    lastInboundAt: {},
    appSubscriptions: {},
    accountSubscriptions: [],
    deliveries: [],
    faults: structuredClone(noFaults),
    numberStates: {},
    templateStates: {},
  }
}

/** Forgets people, messages and faults, but not who listens: a test between two cases keeps its webhook. */
export function resetWorld(world: World): void {
  const { appSubscriptions, accountSubscriptions } = world
  Object.assign(world, createWorld(), { appSubscriptions, accountSubscriptions })
}
