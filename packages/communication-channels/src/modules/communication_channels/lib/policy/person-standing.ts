import { blocksOn } from '../consent/blocks.ts'
import { CONSENT_PURPOSES, type ConsentPurpose, type ConsentSource } from '../consent/consent.ts'
import { type ConsentState, NO_CONSENT } from '../consent/consent-state.ts'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'

/** What the policy must know of a person, whatever they are to be sent. */
export interface PersonStanding {
  blockedAt: Date | null
  lastWroteAt: Date | null
  consent: Record<ConsentPurpose, ConsentState>
}

/** Somebody of whom nothing is known. */
export const STRANGER: PersonStanding = {
  blockedAt: null,
  lastWroteAt: null,
  consent: { utility: NO_CONSENT, marketing: NO_CONSENT },
}

interface ConsentRow {
  purpose: ConsentPurpose
  state: ConsentState['state']
  since: Timestamp | null
  source: ConsentSource | null
  confirmedAt: Timestamp | null
  askedAt: Timestamp | null
  askExpiresAt: Timestamp | null
}

interface Row {
  conversationId: string
  blockedAt: Timestamp | null
  lastWroteAt: Timestamp | null
  consents: ConsentRow[] | null
}

/**
 * Of the people of many conversations at once, by the id that was asked for. A person wrote, or is blocked, in the whole
 * organisation: whichever of its numbers it was.
 */
export async function loadStandings(
  db: Db,
  scope: Scope,
  conversationIds: string[],
): Promise<Map<string, PersonStanding>> {
  const { tenantId, organizationId } = scope
  const { rows } = await sql<Row>`
    select asked.id as "conversationId", wrote.at as "lastWroteAt", block.at as "blockedAt", consent.rows as consents
    from cc_external_conversations asked
    join cc_external_conversations c on c.id = coalesce(asked.merged_into_id, asked.id)
    join cc_communication_channels ch on ch.id = c.channel_id
    cross join lateral (
      select max(v.last_inbound_at) as at from cc_external_conversations v
      where v.contact_id = c.contact_id) wrote
    cross join lateral (
      select min(b.blocked_at) as at from ${blocksOn(scope, sql`c.contact_id`)} b) block
    cross join lateral (
      select jsonb_agg(jsonb_build_object(
        'purpose', k.purpose, 'state', k.state, 'since', k.since, 'source', k.source,
        'confirmedAt', k.confirmed_at, 'askedAt', k.asked_at, 'askExpiresAt', k.ask_expires_at)) as rows
      from cc_consents k
      where k.contact_id = c.contact_id and k.channel_type = ch.channel_type) consent
    where asked.id = any(${conversationIds}::uuid[]) and asked.tenant_id = ${tenantId}
      and asked.organization_id = ${organizationId} and c.tenant_id = ${tenantId}
      and c.organization_id = ${organizationId}`.execute(db)
  return new Map(rows.map((row) => [row.conversationId, standingOf(row)]))
}

function standingOf({ blockedAt, lastWroteAt, consents }: Row): PersonStanding {
  const of = (purpose: ConsentPurpose) => consents?.find((row) => row.purpose === purpose)
  const states = CONSENT_PURPOSES.map((purpose) => [purpose, stateOf(of(purpose))] as const)
  return {
    blockedAt: toDate(blockedAt),
    lastWroteAt: toDate(lastWroteAt),
    consent: Object.fromEntries(states) as PersonStanding['consent'],
  }
}

function stateOf(row: ConsentRow | undefined): ConsentState {
  if (!row) return NO_CONSENT
  const { state, source, askedAt, askExpiresAt } = row
  const asked = askedAt && askExpiresAt ? { at: new Date(askedAt), expiresAt: new Date(askExpiresAt) } : null
  return {
    ...{ state, source, asked, event: null },
    since: toDate(row.since),
    confirmedAt: toDate(row.confirmedAt),
  }
}
