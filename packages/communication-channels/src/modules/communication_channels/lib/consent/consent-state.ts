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
const RANK: Record<ConsentKind, number> = { opted_in: 0, asked: 1, confirmed: 2, opted_out: 3 }

/**
 * What follows from all that is known about one person and one purpose. The last word by the time of the events counts,
 * in whatever order they were learnt: two of the same moment end the same on every machine.
 */
export function consentState<E extends ConsentEvent>(events: readonly E[]): ConsentState<E> {
  let state: ConsentState<E> = NO_CONSENT
  for (const event of [...events].sort(inOrder)) state = after(state, event)
  return state
}

function inOrder(a: ConsentEvent, b: ConsentEvent): number {
  return (
    a.occurredAt.getTime() - b.occurredAt.getTime() ||
    RANK[a.kind] - RANK[b.kind] ||
    (a.sourceKey < b.sourceKey ? -1 : Number(a.sourceKey > b.sourceKey))
  )
}

function after<E extends ConsentEvent>(state: ConsentState<E>, event: E): ConsentState<E> {
  const { source, occurredAt } = event
  const decided = { since: occurredAt, source, event }
  switch (event.kind) {
    case 'opted_out':
      return { state: 'opted_out', ...decided, confirmedAt: null, asked: null }
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
  }
}
