import { type Db, sql, type Timestamp } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { NAME_COLUMN } from './add-names.ts'
import { type ContactNode, findContact, nodesOf } from './contact-nodes.ts'
import { isoOf, personOf, selectConversations, selectDecisions, selectEvents } from './contact-rows.ts'
import type { ContactSummary, ContactView } from './contact-view.ts'
import type { Node } from './evidence.ts'

/**
 * Who somebody is, what they are and were known by, and why.
 *
 * @throws 404 where the organisation has no such contact
 */
export async function showContact(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  askedId: string,
): Promise<ContactView> {
  const { id } = await findContact(db, scope, askedId)
  const nodes = await nodesOf(db, id)
  const [contact, names, conversations, events, decisions] = [
    await selectSummary(db, encryption, scope, id),
    await selectNames(db, encryption, scope, id),
    await selectConversations(db, scope, id),
    await selectEvents(db, scope, id),
    await selectDecisions(db, scope, id),
  ]
  const known = nodes.map(keyOf)
  return {
    contact,
    identities: await Promise.all(nodes.map((node) => viewNode(encryption, scope, node))),
    names,
    conversations,
    events: events.map(({ detail, actorId, actorName, at, isInForce, ...event }) => {
      const brought = new Set(detail.nodes?.map(keyOf))
      const isPart = known.some((one) => brought.has(one)) && known.some((one) => !brought.has(one))
      return {
        ...event,
        at: isoOf(at),
        actor: personOf(actorId, actorName),
        canUndo: event.kind === 'merged' && event.contactId === id && isInForce && isPart,
        contactId: undefined,
      }
    }),
    decisions,
  }
}

export async function selectSummary(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  id: string,
): Promise<ContactSummary> {
  const { rows } = await sql<Record<string, string | null>>`
    select display_name, phone, username, user_id from cc_external_contacts
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_contact',
    rows[0]!,
    tenantId,
    organizationId,
  )
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    id,
    displayName: text(opened.display_name),
    phone: text(opened.phone),
    username: text(opened.username),
    userId: text(opened.user_id),
  }
}

async function viewNode(
  encryption: TenantEncryptionService,
  scope: Scope,
  { identityId, kind, wire, firstAt, lastAt, until }: ContactNode,
): Promise<ContactView['identities'][number]> {
  const column = kind === 'phone' ? 'phone' : 'user_id'
  return {
    id: identityId,
    kind,
    value: wire === null ? null : await open(encryption, scope, column, wire),
    since: isoOf(firstAt),
    lastSeen: isoOf(lastAt),
    until: until === null ? null : isoOf(until),
  }
}

/** One name kept twice, from before and from since names are told apart, is shown once. */
async function selectNames(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  contactId: string,
): Promise<ContactView['names']> {
  const { rows } = await sql<{
    kind: ContactView['names'][number]['kind']
    value: string
    firstAt: Timestamp
    lastAt: Timestamp
  }>`
    select n.kind, n.value, n.first_at as "firstAt", n.last_at as "lastAt"
    from cc_contact_identities i join cc_contact_names n on n.identity_id = i.id
    where i.contact_id = ${contactId} and n.last_at >= i.held_since
    union all
    select n.kind, n.value, n.first_at, n.last_at
    from cc_phone_tenures t join cc_contact_names n on n.identity_id = t.phone_id
    where t.contact_id = ${contactId} and n.last_at >= t.from_at and n.last_at < t.until_at
    order by "lastAt" desc`.execute(db)
  const names = new Map<string, ContactView['names'][number]>()
  for (const { kind, value, firstAt, lastAt } of rows) {
    const column = NAME_COLUMN[kind]
    const name = await open(encryption, scope, column, value)
    const known = names.get(`${kind}|${name}`)
    const since = isoOf(firstAt)
    if (known) known.since = known.since < since ? known.since : since
    else names.set(`${kind}|${name}`, { kind, value: name, since, lastSeen: isoOf(lastAt) })
  }
  return [...names.values()]
}

function keyOf({ identityId, from }: Node): string {
  return `${identityId}|${from}`
}

async function open(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  column: string,
  value: string,
): Promise<string> {
  const entity = 'communication_channels:external_contact'
  const opened = await encryption.decryptEntityPayload(entity, { [column]: value }, tenantId, organizationId)
  return String(opened[column])
}
