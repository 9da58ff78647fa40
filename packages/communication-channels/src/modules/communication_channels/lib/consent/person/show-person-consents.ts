import type { EntityManager } from '@mikro-orm/postgresql'
import { z } from 'zod'
import { authorsOf } from '../../author.ts'
import { isFromCustomer } from '../../conversation-summary.ts'
import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { findContact } from '../../identity/contact-nodes.ts'
import type { Scope } from '../../scope.ts'
import { showBlock } from '../blocks.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../consent.ts'
import { readConsentRules } from '../read-rules.ts'
import { channelTypeOf } from './channel-type.ts'
import type { ConsentEntryView, PersonConsentsView } from './person-consents-view.ts'
import { type StoryEntry, selectStory } from './select-story.ts'
import { selectUndone } from './select-undone.ts'

interface Reader {
  em: EntityManager
  db: Db
  encryption: TenantEncryptionService
  scope: Scope
}

/**
 * How somebody stands to each purpose, and all that was ever recorded about it.
 *
 * @throws 404 where the organisation has no such contact
 */
export async function showPersonConsents(reader: Reader, askedId: string): Promise<PersonConsentsView> {
  const { db, encryption, scope } = reader
  const { id, realm } = await findContact(db, scope, askedId)
  const channelType = channelTypeOf(realm.providerKey)
  const { doubleOptIn, stopEnds, utilityBasis } = await readConsentRules(db, scope)
  return {
    contactId: id,
    channelType,
    consents: await selectStandings(db, id, channelType),
    basis: { firstWroteAt: await firstWroteAt(db, scope, id) },
    rules: { doubleOptIn, stopEnds, utilityBasis },
    block: await showBlock(db, encryption, scope, id),
    events: await withPlaces(reader, await selectStory(db, encryption, scope, id, channelType)),
    undone: await selectUndone(db, scope, {
      ...{ contactId: id, channelType, doubleOptIn },
      providerKey: realm.providerKey,
    }),
  }
}

type Standing = PersonConsentsView['consents'][number]

async function selectStandings(db: Db, contactId: string, channelType: string): Promise<Standing[]> {
  const { rows } = await sql<
    Pick<Standing, 'purpose' | 'state' | 'source'> &
      Record<'since' | 'confirmedAt' | 'askedAt' | 'askExpiresAt', Timestamp | null>
  >`
    select purpose, state, source, since, confirmed_at as "confirmedAt", asked_at as "askedAt",
           ask_expires_at as "askExpiresAt"
    from cc_consents where contact_id = ${contactId} and channel_type = ${channelType}`.execute(db)
  const iso = (at: Timestamp | null) => toDate(at)?.toISOString() ?? null
  return CONSENT_PURPOSES.map((purpose) => {
    const row = rows.find((one) => one.purpose === purpose)
    if (!row) return neverAsked(purpose)
    const [at, expiresAt] = [iso(row.askedAt), iso(row.askExpiresAt)]
    return {
      ...{ purpose, state: row.state, source: row.source },
      since: iso(row.since),
      confirmedAt: iso(row.confirmedAt),
      asked: at && expiresAt ? { at, expiresAt } : null,
    }
  })
}

function neverAsked(purpose: ConsentPurpose): Standing {
  return { purpose, state: 'none', since: null, source: null, confirmedAt: null, asked: null }
}

async function firstWroteAt(
  db: Db,
  { tenantId, organizationId }: Scope,
  contactId: string,
): Promise<string | null> {
  const { rows } = await sql<{ at: Timestamp | null }>`
    select min(m.sent_at) as at
    from cc_external_conversations v join cc_external_messages m on m.conversation_id = v.id
    where v.contact_id = ${contactId} and v.tenant_id = ${tenantId} and v.organization_id = ${organizationId}
      and ${isFromCustomer}`.execute(db)
  return toDate(rows[0]!.at)?.toISOString() ?? null
}

/** Who recorded each, and the message by which it was said. */
async function withPlaces({ em, db, scope }: Reader, story: StoryEntry[]): Promise<ConsentEntryView[]> {
  const authors = await authorsOf(
    em,
    scope,
    story.flatMap(({ actorUserId }) => actorUserId ?? []),
  )
  const threads = await threadsOf(
    db,
    scope,
    story.flatMap((entry) => messageIdIn(entry) ?? []),
  )
  return story.map(({ actorUserId, ...entry }) => {
    const conversationId = threads.get(messageIdIn(entry) ?? '') ?? null
    return {
      ...entry,
      actor: actorUserId === null ? null : (authors.get(actorUserId) ?? { userId: actorUserId, name: null }),
      messageId: conversationId && messageIdIn(entry),
      conversationId,
    }
  })
}

function messageIdIn({ evidence }: Pick<ConsentEntryView, 'evidence'>): string | null {
  return z.uuid().safeParse(evidence.messageId).data ?? null
}

async function threadsOf(
  db: Db,
  { tenantId, organizationId }: Scope,
  messageIds: string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; conversationId: string }>`
    select id, conversation_id as "conversationId" from cc_external_messages
    where id = any(${messageIds}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(
    db,
  )
  return new Map(rows.map(({ id, conversationId }) => [id, conversationId]))
}
