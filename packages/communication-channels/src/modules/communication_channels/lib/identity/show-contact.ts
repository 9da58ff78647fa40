import { type Db, sql, type Timestamp } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { NAME_COLUMN } from './add-names.ts'
import { showHistory } from './contact-history.ts'
import { findContact, nodesOf } from './contact-nodes.ts'
import { isoOf, selectConversations, selectDecisions } from './contact-rows.ts'
import { type OpenValue, opener, summariesOf } from './contact-summaries.ts'
import type { ContactSummary, ContactView } from './contact-view.ts'
import { showIdentities } from './show-identities.ts'

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
  const open = opener(encryption, scope)
  return {
    contact: await selectSummary(db, encryption, scope, id),
    identities: await showIdentities(db, open, scope, id, nodes),
    names: await selectNames(db, open, id),
    conversations: await selectConversations(db, scope, id),
    events: await showHistory(db, open, scope, id, nodes),
    decisions: await selectDecisions(db, open, scope, id),
  }
}

export async function selectSummary(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  id: string,
): Promise<ContactSummary> {
  return (await summariesOf(db, opener(encryption, scope), scope, [id])).get(id)!
}

/** One name kept twice, from before and from since names are told apart, is shown once. */
async function selectNames(db: Db, open: OpenValue, contactId: string): Promise<ContactView['names']> {
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
    const name = await open(column, value)
    const known = names.get(`${kind}|${name}`)
    const since = isoOf(firstAt)
    if (known) known.since = known.since < since ? known.since : since
    else names.set(`${kind}|${name}`, { kind, value: name, since, lastSeen: isoOf(lastAt) })
  }
  return [...names.values()]
}
