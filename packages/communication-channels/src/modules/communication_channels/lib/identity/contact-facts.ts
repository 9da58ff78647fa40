import type { ContactIdentity } from '../delivery-event.ts'

/** A fact about a contact and when the provider said so. */
export interface Fact {
  value: string
  at: Date
}

export interface ContactFacts {
  displayName: Fact | null
  phone: Fact | null
  userId: Fact | null
  username: Fact | null
}

export const NO_FACTS: ContactFacts = { displayName: null, phone: null, userId: null, username: null }

/** Later news replaces earlier; what a message does not say (a hidden phone) takes nothing away. */
export function learn(facts: ContactFacts, sender: ContactIdentity, at: Date): ContactFacts {
  return {
    displayName: later(facts.displayName, sender.displayName, at),
    phone: later(facts.phone, sender.phone, at),
    userId: later(facts.userId, sender.userId, at),
    username: later(facts.username, sender.username, at),
  }
}

function later(known: Fact | null, value: string | null, at: Date): Fact | null {
  if (value === null) return known
  return known && known.at > at ? known : { value, at }
}
