import { type Db, sql } from '../db.ts'
import { nextId } from '../ordered-id.ts'
import type { Node } from './evidence.ts'
import { type Realm, timeOf } from './realm.ts'
import type { Settled } from './settle-people.ts'

export type ContactEventKind = 'merged' | 'split' | 'phone_changed' | 'user_id_changed' | 'username_changed'

/** Something that happened to who somebody is, and why. Only ever added. */
export interface ContactEvent {
  contactId: string
  kind: ContactEventKind
  reason: string
  /** When it was so, by the provider's clock; of a person's doing, by ours. */
  at: number
  otherContactId?: string | null
  detail?: { nodes?: Node[]; fromId?: string; toId?: string }
  deliveryId?: string | null
  decisionId?: string | null
  actor?: { id: string | null; name: string | null } | null
}

export async function addContactEvents(
  db: Db,
  { tenantId, organizationId }: Realm,
  events: ContactEvent[],
): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into cc_contact_events
      (tenant_id, organization_id, id, contact_id, kind, reason, at, other_contact_id, detail, delivery_id,
       decision_id, actor_id, actor_name)
    select ${tenantId}::uuid, ${organizationId}::uuid, id, contact_id, kind, reason, at, other, detail::jsonb,
           delivery_id, decision_id, actor_id, actor_name
    from unnest(
      ${events.map(() => nextId())}::uuid[],
      ${events.map((event) => event.contactId)}::uuid[],
      ${events.map((event) => event.kind)}::text[],
      ${events.map((event) => event.reason)}::text[],
      ${events.map((event) => timeOf(event.at))}::timestamptz[],
      ${events.map((event) => event.otherContactId ?? null)}::uuid[],
      ${events.map((event) => JSON.stringify(event.detail ?? {}))}::text[],
      ${events.map((event) => event.deliveryId ?? null)}::uuid[],
      ${events.map((event) => event.decisionId ?? null)}::uuid[],
      ${events.map((event) => event.actor?.id ?? null)}::uuid[],
      ${events.map((event) => event.actor?.name ?? null)}::text[])
      as v (id, contact_id, kind, reason, at, other, detail, delivery_id, decision_id, actor_id, actor_name)`.execute(
    db,
  )
}

/** What brought it about, where it was not the evidence itself. */
export interface Cause {
  reason: string
  at: number
  decisionId?: string
  actor?: ContactEvent['actor']
}

/**
 * @param cause      said of all of them; else each merge has the reason of what made two people one
 * @param deliveryOf the delivery that told it, by the identities that were seen together in it
 */
export function settledEvents(
  { absorbed, split }: Settled,
  cause: Cause | null,
  deliveryOf: (a: string, b: string) => string | null = () => null,
): ContactEvent[] {
  const by = { decisionId: cause?.decisionId, actor: cause?.actor }
  return [
    ...absorbed.map(({ survivor, absorbed: other, link, nodes }): ContactEvent => {
      const [a, b] = link ? [identityOf(link.a), identityOf(link.b)] : ['', '']
      return {
        contactId: survivor,
        kind: 'merged',
        reason: cause?.reason ?? link?.reason ?? 'same_identity',
        at: cause?.at ?? link?.at ?? Date.now(),
        otherContactId: other,
        detail: { nodes },
        deliveryId: deliveryOf(a, b) ?? deliveryOf(b, a),
        ...by,
      }
    }),
    ...split.map(({ fromContactId, toContactId, nodes }): ContactEvent => {
      const since = nodes.map(({ from }) => from).filter((from) => from !== null && Number.isFinite(from))
      return {
        contactId: toContactId,
        kind: 'split',
        reason: cause?.reason ?? 'number_changed_hands',
        at: cause?.at ?? (since.length > 0 ? Math.min(...(since as number[])) : Date.now()),
        otherContactId: fromContactId,
        detail: { nodes },
        ...by,
      }
    }),
  ]
}

function identityOf(nodeKey: string): string {
  return nodeKey.split('@')[0]!
}
