import { hash } from 'node:crypto'
import type { ContactIdentity, DeliveryEvent } from '../delivery-event.ts'
import { seenPhone, seenUser } from '../identity/sighting.ts'

/*
 * What a delivery is found by, without opening any: 64 bits of a hash of everything that it names. Two things may share
 * their bits by chance, so what is found is looked at before it is shown as found.
 */

export function messageRef(tenantId: string, externalMessageId: string): bigint {
  return refOf(`${tenantId}|message|${externalMessageId}`)
}

/**
 * By the hash under which `cc_contact_identities` keeps the phone or user id. Its namespace does not count: it becomes
 * another one when the portfolio of an account is learnt, and what was written down before is to be found all the same.
 */
export function identityRef(
  tenantId: string,
  { kind, valueHash }: { kind: 'phone' | 'user_id'; namespace?: string; valueHash: string },
): bigint {
  return refOf(`${tenantId}|${kind}|${valueHash}`)
}

/**
 * A field as its provider calls it, or a kind: `messages`, `messages.image`, `statuses`, `statuses.failed`, `names`,
 * `account`.
 */
export function fieldRef(tenantId: string, field: string): bigint {
  return refOf(`${tenantId}|field|${field}`)
}

/** Reads refs for one tenant; a batch names the same people and kinds again and again, and each is hashed once. */
export function refReader(tenantId: string): (events: DeliveryEvent[]) => Set<bigint> {
  const phones = once((phone) =>
    identityRef(tenantId, { kind: 'phone', valueHash: seenPhone(tenantId, phone).hash }),
  )
  const users = once((id) =>
    identityRef(tenantId, { kind: 'user_id', valueHash: seenUser(tenantId, '', id).hash }),
  )
  const fields = once((field) => fieldRef(tenantId, field))
  return (events) => {
    const refs = new Set<bigint>()
    const message = (id: string | null) => id !== null && refs.add(messageRef(tenantId, id))
    const person = (who: Pick<ContactIdentity, 'phone' | 'userId'> | null | undefined) => {
      if (who?.phone) refs.add(phones(who.phone))
      if (who?.userId) refs.add(users(who.userId))
    }
    for (const event of events) {
      for (const field of fieldsOf(event)) refs.add(fields(field))
      if (event.kind === 'name') refs.add(phones(event.phone))
      if (event.kind !== 'message' && event.kind !== 'status') continue
      message(event.externalMessageId)
      person(event.contact)
      if (event.kind === 'status') continue
      person(event.formerly)
      message(event.replyToExternalId)
      if ('targetExternalId' in event.content) message(event.content.targetExternalId)
    }
    return refs
  }
}

export function refsOf(tenantId: string, events: DeliveryEvent[]): Set<bigint> {
  return refReader(tenantId)(events)
}

function fieldsOf(event: DeliveryEvent): string[] {
  switch (event.kind) {
    case 'message': {
      const { content } = event
      return [
        'messages',
        `messages.${content.type === 'unsupported' ? content.kind.slice(0, 100) : content.type}`,
      ]
    }
    case 'status':
      return ['statuses', `statuses.${event.status}`]
    case 'name':
      return ['names']
    case 'account':
      return ['account', event.field]
    default:
      return [event.field]
  }
}

function refOf(text: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', text, 'hex').slice(0, 16)}`))
}

function once(read: (value: string) => bigint): (value: string) => bigint {
  const known = new Map<string, bigint>()
  return (value) => {
    let ref = known.get(value)
    if (ref === undefined) {
      ref = read(value)
      known.set(value, ref)
    }
    return ref
  }
}
