import type { Clock } from '../clock.ts'
import { type Counts, noCounts } from './counts.ts'
import type { Customer } from './customer.ts'
import { type CustomerIndex, createCustomerIndex } from './customer-index.ts'
import type { Delivery } from './delivery.ts'
import type { Faults } from './faults.ts'
import { type FileStore, openFileStore } from './file-store.ts'
import type { Message } from './message.ts'
import { createMessageIndex, type MessageIndex } from './message-index.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'
import { createWorld, filesOf, resetWorld, type World } from './world.ts'

/** What listeners (the phone page, tests) are told. Deliveries go out without their bytes. */
export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'customer'; customer: Customer }
  | { kind: 'delivery'; delivery: Omit<Delivery, 'body'> }
  | { kind: 'faults'; faults: Faults }
  | { kind: 'typing'; phoneNumberId: string; customerId: string; until: string }
  | { kind: 'subscriptions' }
  | { kind: 'media'; mediaId: string }
  | { kind: 'number'; phoneNumberId: string }
  /** Null: several of them, or what holds for all. */
  | { kind: 'template'; templateId: string | null }
  | { kind: 'reset' }

export type Store = {
  world: World
  files: FileStore
  /** Of the world's messages and people. */
  messages: Omit<MessageIndex, 'add' | 'clear'>
  people: Omit<CustomerIndex, 'forget'>
  counts: Counts
  message(wamid: string): Message | undefined
  addMessage(message: Message): void
  changed(change: Change): void
  subscribe(listener: (change: Change) => void): () => void
  reset(): void
  close(): void
}

const SAVE_AFTER_MS = 150
// A large world takes long to write; saving then may take a twentieth of the time and no more.
const SAVE_SHARE = 20

/** Keeps the world in memory and, with a folder, a snapshot of it that trails by a fraction of a second. */
export function openStore(folder: string | undefined, clock: Clock): Store {
  const world = folder ? readSnapshot(folder) : createWorld()
  const files = openFileStore(folder)
  // What a kill left behind, and what was only in a snapshot that is no more.
  files.keepOnly(filesOf(world))
  const messages = createMessageIndex(world.messages)
  const people = createCustomerIndex(world)
  const listeners = new Set<(change: Change) => void>()
  let cancelSave: (() => void) | null = null
  let saveDelay = SAVE_AFTER_MS

  function save(): void {
    cancelSave = null
    if (!folder) return
    const startedAt = performance.now()
    writeSnapshot(folder, world)
    saveDelay = Math.max(SAVE_AFTER_MS, (performance.now() - startedAt) * SAVE_SHARE)
  }

  function changed(change: Change): void {
    if (change.kind === 'customer') people.forget()
    cancelSave ??= clock.schedule(saveDelay, save)
    for (const listener of listeners) listener(change)
  }

  return {
    world,
    files,
    messages,
    people,
    counts: noCounts(),
    message: (wamid) => messages.message(wamid),
    addMessage(message) {
      world.messages.push(message)
      messages.add(message)
      changed({ kind: 'message', message })
    },
    changed,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reset() {
      resetWorld(world)
      messages.clear()
      people.forget()
      files.keepOnly(filesOf(world))
      changed({ kind: 'reset' })
    },
    close() {
      cancelSave?.()
      save()
    },
  }
}
