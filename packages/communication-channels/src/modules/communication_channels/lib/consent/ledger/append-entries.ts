import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'
import type { Chained, Draft } from './draft-entry.ts'
import type { LedgerEntry } from './entry.ts'

type Source = Pick<LedgerEntry, 'sourceKey' | 'purpose' | 'kind'>

const sourceOf = ({ sourceKey, purpose, kind }: Source) => `${purpose}|${kind}|${sourceKey}`

/** The same fact is recorded once, however often it is told. The ledger is held by the caller. */
export async function onlyNew<D extends { draft: Draft }>(
  db: Db,
  { tenantId, organizationId }: Scope,
  told: D[],
): Promise<D[]> {
  const all = <K extends keyof Source>(name: K) => told.map(({ draft }) => draft.content[name])
  const { rows } = await sql<Source>`
    select e.source_key as "sourceKey", e.purpose, e.kind
    from unnest(${all('sourceKey')}::text[], ${all('purpose')}::text[], ${all('kind')}::text[])
      as t (source_key, purpose, kind)
    join cc_consent_events e on e.tenant_id = ${tenantId} and e.organization_id = ${organizationId}
      and e.source_key = t.source_key and e.purpose = t.purpose and e.kind = t.kind`.execute(db)
  const known = new Set(rows.map(sourceOf))
  return told.filter(({ draft }) => {
    const source = sourceOf(draft.content)
    if (known.has(source)) return false
    known.add(source)
    return true
  })
}

export async function appendEntries(db: Db, chained: Chained[]): Promise<void> {
  const all = <K extends keyof LedgerEntry>(name: K) => chained.map(({ entry }) => entry[name])
  await sql`
    insert into cc_consent_events (
      tenant_id, organization_id, seq, id, identity_id, channel_type, purpose, kind, source, occurred_at, recorded_at,
      confirmed_at, expires_at, actor_user_id, language, text_version, source_key, words_hash, previous_hash, hash)
    select * from unnest(
      ${all('tenantId')}::uuid[], ${all('organizationId')}::uuid[], ${all('seq')}::bigint[], ${all('id')}::uuid[],
      ${all('identityId')}::uuid[], ${all('channelType')}::text[], ${all('purpose')}::text[],
      ${all('kind')}::text[], ${all('source')}::text[], ${all('occurredAt')}::timestamptz[],
      ${all('recordedAt')}::timestamptz[], ${all('confirmedAt')}::timestamptz[], ${all('expiresAt')}::timestamptz[],
      ${all('actorUserId')}::uuid[], ${all('language')}::text[], ${all('textVersion')}::text[],
      ${all('sourceKey')}::text[], ${all('wordsHash')}::text[], ${all('previousHash')}::text[],
      ${chained.map(({ hash }) => hash)}::text[])`.execute(db)
  await sql`
    insert into cc_consent_words (tenant_id, organization_id, seq, event_id, salt, words)
    select * from unnest(
      ${all('tenantId')}::uuid[], ${all('organizationId')}::uuid[], ${all('seq')}::bigint[], ${all('id')}::uuid[],
      ${chained.map(({ words }) => words.salt)}::text[], ${chained.map(({ words }) => words.words)}::text[])`.execute(
    db,
  )
}
