import { randomUUIDv7 } from 'node:crypto'
import { restateConsents } from '../consent/restate-consents.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { ChannelError, notFound } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import type { Scope } from '../scope.ts'
import { changedThreads } from './changed-threads.ts'
import { addContactEvents, type Cause, settledEvents } from './contact-events.ts'
import { type ContactNode, findContact, type LiveContact, membersOf, nodesOf } from './contact-nodes.ts'
import type { Member, Node } from './evidence.ts'
import { holdRealm, type Realm, timeOf } from './realm.ts'
import { refreshContacts } from './refresh-contacts.ts'
import { type Settled, settlePeople } from './settle-people.ts'

/** A person's word about people: in force until somebody takes it back. */
export interface DecisionContext {
  db: Db
  encryption: TenantEncryptionService
  scope: Scope
  actor: { id: string | null; name: string | null }
  now: Date
}

export interface Decided {
  decisionId: string
  /** Who the contact is by then. */
  contactId: string
}

/** These two contacts are one person, whatever else says so or not. */
export async function joinContacts(
  ctx: DecisionContext,
  { contactId, otherId, reason }: { contactId: string; otherId: string; reason: string | null },
): Promise<Decided> {
  const { db, scope } = ctx
  const contact = await findContact(db, scope, contactId)
  const other = await findContact(db, scope, otherId)
  if (contact.realm.providerKey !== other.realm.providerKey) {
    throw new ChannelError(
      422,
      'other_provider',
      'These contacts write over different channels.',
      'Choose a contact of the same channel.',
    )
  }
  await holdRealm(db, contact.realm)
  const [one, two] = [await findContact(db, scope, contactId), await findContact(db, scope, otherId)]
  if (one.id === two.id) {
    throw new ChannelError(422, 'same_contact', 'This is one contact already.', 'Choose another one.')
  }
  const [left, right] = [await membersOf(db, one.id), await membersOf(db, two.id)]
  await revokeBetween(ctx, 'apart', left, right)
  return decide(ctx, one, { kind: 'together', left, right, reason })
}

/** Part of what a contact is known by is somebody else's: by name, or all that a merge brought in. */
export async function splitContact(
  ctx: DecisionContext,
  {
    contactId,
    reason,
    ...chosen
  }: { contactId: string; identityIds?: string[]; eventId?: string; reason: string | null },
): Promise<Decided> {
  const { db, scope } = ctx
  await holdRealm(db, (await findContact(db, scope, contactId)).realm)
  const contact = await findContact(db, scope, contactId)
  const nodes = await nodesOf(db, contact.id)
  const isChosen = await choiceOf(db, contact, chosen)
  const members = ({ identityId, at }: ContactNode): Member => ({ identityId, at })
  const left = nodes.filter(isChosen).map(members)
  const right = nodes.filter((node) => !isChosen(node)).map(members)
  if (left.length === 0 || right.length === 0) throw nothingToSplit()
  await revokeBetween(ctx, 'together', left, right)
  return decide(ctx, contact, { kind: 'apart', left, right, reason })
}

/** Takes a decision back: then only what the provider says counts, and what else people decided. */
export async function revokeDecision(ctx: DecisionContext, decisionId: string): Promise<Decided> {
  const { db, scope } = ctx
  const { rows } = await sql<{ providerKey: string }>`
    select provider_key as "providerKey" from cc_contact_decisions
    where id = ${decisionId} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and revoked_at is null`.execute(db)
  const row = rows[0]
  if (!row) throw notFound('decision')
  const realm = { ...scope, providerKey: row.providerKey }
  await holdRealm(db, realm)
  await revoke(ctx, [decisionId])
  const { rows: members } = await sql<Member & { side: string }>`
    select identity_id as "identityId", side, null as at from cc_contact_decision_members
    where decision_id = ${decisionId} order by side, identity_id`.execute(db)
  const settled = await settle(ctx, realm, members, { reason: 'taken_back', decisionId })
  return { decisionId, contactId: await contactOf(db, members[0]!, settled) }
}

async function decide(
  ctx: DecisionContext,
  { realm, id }: LiveContact,
  decision: { kind: 'together' | 'apart'; left: Member[]; right: Member[]; reason: string | null },
): Promise<Decided> {
  const { db, scope, actor, now } = ctx
  const decisionId = randomUUIDv7()
  const { kind, left, right } = decision
  const { reason } = await ctx.encryption.encryptEntityPayload(
    'communication_channels:external_contact',
    { reason: decision.reason },
    scope.tenantId,
    scope.organizationId,
  )
  await sql`
    insert into cc_contact_decisions
      (id, tenant_id, organization_id, provider_key, kind, reason, decided_by, decided_by_name, decided_at)
    values (${decisionId}, ${scope.tenantId}, ${scope.organizationId}, ${realm.providerKey}, ${kind}, ${reason},
            ${actor.id}, ${actor.name}, ${now})`.execute(db)
  const members = [
    ...left.map((member) => ({ ...member, side: 'left' })),
    ...right.map((member) => ({ ...member, side: 'right' })),
  ]
  // A phone whose earlier and later times are both theirs is named once, by the earliest.
  const named = new Map(members.toReversed().map((member) => [`${member.side}|${member.identityId}`, member]))
  const rows = [...named.values()]
  await sql`
    insert into cc_contact_decision_members (decision_id, side, identity_id, at)
    select ${decisionId}::uuid, v.* from unnest(
      ${rows.map((row) => row.side)}::text[], ${rows.map((row) => row.identityId)}::uuid[],
      ${rows.map((row) => (row.at === null ? null : timeOf(row.at)))}::timestamptz[]) as v`.execute(db)
  const settled = await settle(ctx, realm, members, { reason: 'by_person', decisionId })
  if (kind === 'apart' && settled.split.length === 0) throw nothingToSplit()
  if (kind === 'together' && settled.absorbed.length === 0) throw cannotJoin()
  const survivor = settled.absorbed.find(({ absorbed }) => absorbed === id)?.survivor ?? id
  return { decisionId, contactId: survivor }
}

async function settle(
  { db, actor, now, scope }: DecisionContext,
  realm: Realm,
  members: Member[],
  said: Pick<Cause, 'reason' | 'decisionId'>,
): Promise<Settled> {
  const settled = await settlePeople(db, realm, new Set(members.map(({ identityId }) => identityId)), [])
  await refreshContacts(db, settled.contactIds)
  await restateConsents(db, settled.contactIds)
  await addContactEvents(db, realm, settledEvents(settled, { ...said, at: now.getTime(), actor }))
  await recordEvents(db, await changedThreads(db, scope, settled.changedConversations))
  return settled
}

async function revokeBetween(
  ctx: DecisionContext,
  kind: 'together' | 'apart',
  left: Member[],
  right: Member[],
): Promise<void> {
  const [these, those] = [left, right].map((side) => side.map(({ identityId }) => identityId))
  const isOn = (side: ReturnType<typeof sql>, ids: string[]) => sql`
    exists (select 1 from cc_contact_decision_members m
            where m.decision_id = d.id ${side} and m.identity_id = any(${ids}::uuid[]))`
  const [onLeft, onRight] = [sql`and m.side = 'left'`, sql`and m.side = 'right'`]
  const { rows } = await sql<{ id: string }>`
    select d.id from cc_contact_decisions d
    where d.tenant_id = ${ctx.scope.tenantId} and d.organization_id = ${ctx.scope.organizationId}
      and d.kind = ${kind} and d.revoked_at is null
      and ((${isOn(onLeft, these!)} and ${isOn(onRight, those!)})
        or (${isOn(onRight, these!)} and ${isOn(onLeft, those!)}))`.execute(ctx.db)
  await revoke(
    ctx,
    rows.map(({ id }) => id),
  )
}

async function revoke({ db, actor, now }: DecisionContext, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update cc_contact_decisions
    set revoked_at = ${now}, revoked_by = ${actor.id}, revoked_by_name = ${actor.name}
    where id = any(${ids}::uuid[])`.execute(db)
}

/** What an earlier merge brought in, or what was named. */
async function choiceOf(
  db: Db,
  { id, realm }: LiveContact,
  { identityIds, eventId }: { identityIds?: string[]; eventId?: string },
): Promise<(node: ContactNode) => boolean> {
  if (identityIds) {
    const chosen = new Set(identityIds)
    return ({ identityId }) => chosen.has(identityId)
  }
  const { rows } = await sql<{ detail: { nodes?: Node[] } }>`
    select detail from cc_contact_events
    where id = ${eventId ?? null} and tenant_id = ${realm.tenantId} and organization_id = ${realm.organizationId}
      and kind = 'merged' and contact_id in (
        select id from cc_external_contacts where id = ${id} or merged_into_id = ${id})`.execute(db)
  if (!rows[0]) throw notFound('merge')
  const chosen = new Set(rows[0].detail.nodes?.map(({ identityId, from }) => `${identityId}|${from}`))
  return ({ identityId, from }) => chosen.has(`${identityId}|${from}`)
}

async function contactOf(db: Db, { identityId }: Member, settled: Settled): Promise<string> {
  const settledId = settled.contactAt(identityId, Number.MAX_SAFE_INTEGER)
  if (settledId) return settledId
  const { rows } = await sql<{ contactId: string }>`
    select contact_id as "contactId" from cc_contact_decision_members m
    join cc_contact_identities i on i.id = m.identity_id
    where m.identity_id = ${identityId} and contact_id is not null`.execute(db)
  if (!rows[0]) throw notFound('contact')
  return rows[0].contactId
}

function nothingToSplit(): ChannelError {
  return new ChannelError(
    422,
    'nothing_to_split',
    'This cannot be taken apart: it is one identity, or nothing was ever said under it alone.',
    'Choose something else that the contact is known by.',
  )
}

function cannotJoin(): ChannelError {
  return new ChannelError(
    422,
    'cannot_join',
    'These contacts are kept apart by another decision.',
    'Take that decision back first.',
  )
}
