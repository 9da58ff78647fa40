import { listChannels } from '../channels/list-channels.ts'
import type { Db } from '../db.ts'
import type { DeliveryEvent } from '../delivery-event.ts'
import type { DeliveryOutcome } from '../ingest/delivery-outcome.ts'
import { type Placed, placeEvents } from '../ingest/place-events.ts'
import type { ReadDelivery } from '../ingest/read-deliveries.ts'
import { isWithin } from '../ordered-id.ts'
import type { Scope } from '../scope.ts'
import type { DeliveryView } from './delivery-view.ts'
import type { FactView } from './fact-view.ts'
import { wordsOfEvent, wordsOfUnreadable } from './fact-words.ts'
import { findStored, type StoredFact } from './stored-facts.ts'

type Standing = Pick<FactView, 'outcome' | 'hint' | 'messageId' | 'conversationId'>
type Delivery = Pick<DeliveryView, 'id' | 'state'>
type PlacedFact = Placed<DeliveryEvent>

/** A history may have 25,000 in one delivery; nobody reads them here. */
const MOST_SHOWN = 1_000

const NOWHERE = { hint: null, messageId: null, conversationId: null }

/** What our code reads in a delivery now, and where each of it stands now, in the order in which it came. */
export async function readFacts(
  db: Db,
  scope: Scope,
  read: ReadDelivery,
  delivery: Delivery,
): Promise<{ read: FactView[]; readCount: number }> {
  if ('unreadable' in read) {
    const fact = {
      ...wordsOfUnreadable(read.unreadable),
      ...NOWHERE,
      outcome: 'unreadable',
      number: null,
    } as const
    return { read: [fact], readCount: 1 }
  }
  // As a delivery of its own each, so that it is told what becomes of which.
  const alone = read.events
    .slice(0, MOST_SHOWN)
    .map((event, nth) => ({ ...read, id: String(nth), events: [event] }))
  const { outcomes, messages, statuses, names, accountEvents } = await placeEvents(db, alone)
  const placed = new Map(
    [...messages, ...statuses, ...names, ...accountEvents].map((fact: PlacedFact) => [fact.deliveryId, fact]),
  )
  const ours = [...placed.values()]
  const stored = await findStored(db, ours)
  const storedOf = new Map(ours.map(({ deliveryId }, nth) => [deliveryId, stored[nth]!]))
  const numbers = await namesOfChannels(db, scope)
  const facts = alone.map(({ id, events }) => {
    const fact = placed.get(id)
    const event = fact?.event ?? events[0]!
    return {
      ...wordsOfEvent(event),
      ...(fact
        ? standingOf(event, storedOf.get(id) ?? null, delivery)
        : { ...NOWHERE, outcome: putAsideAs(outcomes.get(id)!) }),
      number: fact && event.channelIdentifier !== null ? (numbers.get(fact.channel.id) ?? null) : null,
    }
  })
  return { read: facts, readCount: read.events.length }
}

function putAsideAs({ foreign, disabled }: DeliveryOutcome): FactView['outcome'] {
  return foreign ? 'foreign' : disabled ? 'disabled' : 'ignored'
}

function standingOf(event: DeliveryEvent, stored: StoredFact | null, { id, state }: Delivery): Standing {
  const where = { messageId: stored?.messageId ?? null, conversationId: stored?.conversationId ?? null }
  // Names, and what is said of accounts, have no row that says whose word it was.
  const isThere = stored ? stored.isKept : state === 'applied'
  if (!isThere) {
    const hint = state === 'pending' ? 'waits' : state === 'failed' ? 'dead_letter' : 'replay'
    return { ...where, outcome: 'missing', hint }
  }
  if (event.kind === 'message') {
    return { ...where, outcome: isWithin(id, where.messageId!) ? 'stored' : 'known', hint: null }
  }
  const isAlone = event.kind === 'status' && where.messageId === null
  return { ...where, outcome: 'stored', hint: isAlone ? 'message_unknown' : null }
}

async function namesOfChannels(db: Db, scope: Scope): Promise<Map<string, string>> {
  const channels = await listChannels(db, scope)
  return new Map(channels.map(({ id, displayName }) => [id, displayName]))
}
