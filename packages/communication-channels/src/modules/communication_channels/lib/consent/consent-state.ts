import type { ConsentEvent, ConsentKind, ConsentSource } from './consent.ts'

/** How a person stands to one purpose, and since when. */
export interface ConsentState<E extends ConsentEvent = ConsentEvent> {
  state: 'none' | 'opted_in' | 'opted_out'
  since: Date | null
  source: ConsentSource | null
  /** Which event decided it. */
  event: E | null
  /** When they confirmed it (double opt-in). */
  confirmedAt: Date | null
  /** An open question whether they really want it. */
  asked: { at: Date; expiresAt: Date } | null
}

export const NO_CONSENT: ConsentState<never> = {
  state: 'none',
  since: null,
  source: null,
  event: null,
  confirmedAt: null,
  asked: null,
}

/** Within one moment what is said later in this order counts: who says both wants to be left alone. */
const RANK: Record<ConsentKind, number> = { resumed: 0, opted_in: 1, asked: 2, confirmed: 3, opted_out: 4 }

/**
 * What follows from all that is known about one person and one purpose. The last word by the time of the events counts,
 * in whatever order they were learnt: two of the same moment end the same on every machine.
 */
export function consentState<E extends ConsentEvent>(events: readonly E[]): ConsentState<E> {
  let standing: Standing<E> = { now: NO_CONSENT, beforeProvider: null }
  for (const event of [...events].sort(inOrder)) standing = after(standing, event)
  return standing.now
}

interface Standing<E extends ConsentEvent> {
  now: ConsentState<E>
  /** How they stood when they said to the provider that they want no more; null where that is not what counts now. */
  beforeProvider: ConsentState<E> | null
}

function inOrder(a: ConsentEvent, b: ConsentEvent): number {
  return (
    momentOf(a) - momentOf(b) ||
    RANK[a.kind] - RANK[b.kind] ||
    (a.sourceKey < b.sourceKey ? -1 : Number(a.sourceKey > b.sourceKey))
  )
}

/** Providers tell whole seconds: who wants no more may have said so at the end of theirs. */
function momentOf({ kind, occurredAt }: ConsentEvent): number {
  const at = occurredAt.getTime()
  return kind === 'opted_out' && at % 1000 === 0 ? at + 999 : at
}

function after<E extends ConsentEvent>({ now, beforeProvider }: Standing<E>, event: E): Standing<E> {
  if (event.kind === 'resumed') return { now: beforeProvider ?? now, beforeProvider: null }
  // What is said to the provider, and what it says for them, is taken back there; said twice, it is taken back once.
  const isToProvider = event.source === 'platform' || event.source === 'error'
  if (event.kind === 'opted_out')
    return { now: optedOut(event), beforeProvider: isToProvider ? (beforeProvider ?? now) : null }
  const next = agreeing(now, event)
  return { now: next, beforeProvider: next.state === 'opted_in' ? null : beforeProvider }
}

function optedOut<E extends ConsentEvent>(event: E): ConsentState<E> {
  const { source, occurredAt } = event
  return { state: 'opted_out', since: occurredAt, source, event, confirmedAt: null, asked: null }
}

function agreeing<E extends ConsentEvent>(state: ConsentState<E>, event: E): ConsentState<E> {
  const { source, occurredAt } = event
  const decided = { since: occurredAt, source, event }
  switch (event.kind) {
    case 'opted_in': {
      const confirmedAt = event.confirmedAt ?? (state.state === 'opted_in' ? state.confirmedAt : null)
      return { state: 'opted_in', ...decided, confirmedAt, asked: confirmedAt ? null : state.asked }
    }
    case 'asked':
      // Somebody who was asked and never said anything has not agreed; who has confirmed needs no question.
      if (state.confirmedAt || !event.expiresAt) return state
      return { ...state, asked: { at: occurredAt, expiresAt: event.expiresAt } }
    case 'confirmed':
      if (!state.asked || occurredAt > state.asked.expiresAt) return state
      return { state: 'opted_in', ...decided, confirmedAt: occurredAt, asked: null }
    default:
      return state
  }
}
