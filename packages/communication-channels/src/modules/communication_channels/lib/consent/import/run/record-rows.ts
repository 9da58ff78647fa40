import type { EntityManager } from '@mikro-orm/postgresql'
import { type Db, dbOf, sql } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { identitiesForPhones } from '../../../identity/identities-for-phones.ts'
import { plainArray } from '../../../plain-array.ts'
import { type RecordedConsent, recordConsents } from '../../ledger/record-consents.ts'
import { CONSENT_ENTITY } from '../../ledger/words.ts'
import { OPTED_OUT_LATER, type SoundRow } from '../check/check-row.ts'
import type { Cells } from '../check/columns.ts'
import { type ClaimedImport, LEASE_SECONDS } from './claim-import.ts'
import { consentsOf } from './consents-of.ts'
import { tellProgress } from './store-checked.ts'

/** Few enough that people who write meanwhile do not wait for it: nobody else is made known until a chunk is in. */
const AT_ONCE = 500

export interface StoredRow {
  line: number
  row: SoundRow
}

type Outcome = 'recorded' | 'repeated' | 'overruled'

/**
 * Enters the next sound rows of an import into the ledger, and writes down what became of each in the same transaction: who
 * dies in between has done nothing, and who comes next goes on behind them.
 *
 * @returns how many it were; 0 where the import is through, or nobody wants it any more
 */
export async function recordRows(
  em: EntityManager,
  encryption: TenantEncryptionService,
  claimed: ClaimedImport,
  now: Date,
): Promise<number> {
  return em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    if (!(await holdRunning(db, claimed))) return 0
    const rows = await nextRows(db, encryption, claimed)
    if (rows.length === 0) {
      await finish(db, claimed)
      return 0
    }
    const phones = rows.map(({ row }) => row.phone)
    const identities = await identitiesForPhones(db, encryption, claimed, phones, now)
    const entries = rows.flatMap((row) => consentsOf(claimed, row, identities.get(row.row.phone)!))
    const recorded = await recordConsents(db, encryption, claimed, entries, now)
    await settle(db, encryption, claimed, rows, await outcomesOf(db, rows, entries, recorded))
    await tellProgress(db, claimed)
    return rows.length
  })
}

/** Nobody cancels it until these rows are in, and nobody who thinks us dead takes the same ones. */
async function holdRunning(db: Db, { id, tenantId, organizationId }: ClaimedImport): Promise<boolean> {
  const { rows } = await sql`
    update cc_consent_imports
    set claimed_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = 0, updated_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} and state = 'running'
    returning id`.execute(db)
  return rows.length > 0
}

async function nextRows(
  db: Db,
  encryption: TenantEncryptionService,
  { id, tenantId, organizationId }: ClaimedImport,
): Promise<StoredRow[]> {
  const { rows } = await sql<{ line: number; cells: string }>`
    select line, cells from cc_consent_import_rows
    where import_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} and state = 'sound'
    order by line limit ${AT_ONCE}`.execute(db)
  return Promise.all(
    rows.map(async ({ line, cells }) => {
      const opened = await encryption.decryptEntityPayload(
        CONSENT_ENTITY,
        { cells },
        tenantId,
        organizationId,
      )
      return { line, row: JSON.parse(String(opened.cells)) as SoundRow }
    }),
  )
}

/** Somebody who opted out after what a row says stays opted out: that is told, for whoever imports expects otherwise. */
async function outcomesOf(
  db: Db,
  rows: StoredRow[],
  entries: (Fact & { line: number })[],
  recorded: RecordedConsent[],
): Promise<Outcome[]> {
  // The first of several rows that say the same is the one that is recorded.
  const lineOf = new Map(entries.toReversed().map((entry) => [keyOf(entry), entry.line]))
  const { rows: over } = await sql<{ nth: number }>`
    select v.nth::int from unnest(
      ${recorded.map(({ contactId }) => contactId)}::uuid[], ${recorded.map(({ purpose }) => purpose)}::text[])
      with ordinality as v (contact_id, purpose, nth)
    join cc_consents c on c.contact_id = v.contact_id and c.purpose = v.purpose and c.state = 'opted_out'`.execute(
    db,
  )
  const linesOf = (some: RecordedConsent[]) => new Set(some.map((one) => lineOf.get(keyOf(one))))
  const isNew = linesOf(recorded)
  const isOver = linesOf(over.map(({ nth }) => recorded[nth - 1]!))
  return rows.map(({ line }) => (isOver.has(line) ? 'overruled' : isNew.has(line) ? 'recorded' : 'repeated'))
}

type Fact = Pick<RecordedConsent, 'sourceKey' | 'purpose'>

function keyOf({ sourceKey, purpose }: Fact): string {
  return `${sourceKey}|${purpose}`
}

/** What a row said is in the ledger now, and needed nowhere else, but for whom to tell of as opted out. */
async function settle(
  db: Db,
  encryption: TenantEncryptionService,
  { id, tenantId, organizationId }: ClaimedImport,
  rows: StoredRow[],
  outcomes: Outcome[],
): Promise<void> {
  const linesWith = (outcome: Outcome) =>
    rows.filter((_, nth) => outcomes[nth] === outcome).map(({ line }) => line)
  const kept = new Map<number, string>()
  for (const [nth, { line, row }] of rows.entries()) {
    if (outcomes[nth] !== 'overruled') continue
    const cells: Cells = { phone: row.phone, agreed_at: row.agreedAt }
    const payload = { cells: JSON.stringify(cells) }
    const sealed = await encryption.encryptEntityPayload(CONSENT_ENTITY, payload, tenantId, organizationId)
    kept.set(line, String(sealed.cells))
  }
  for (const outcome of new Set(outcomes)) {
    const lines = plainArray(linesWith(outcome))
    const problems = outcome === 'overruled' ? JSON.stringify([OPTED_OUT_LATER]) : null
    // By the whole primary key: joined with a list of lines, PostgreSQL reads all rows of the import for each of them.
    await sql`
      update cc_consent_import_rows
      set state = ${outcome}, problems = ${problems}::jsonb,
          cells = (${linesWith(outcome).map((line) => kept.get(line) ?? '')}::text[])[array_position(${lines}::integer[], line)]
      where import_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and line = any(${lines}::integer[])`.execute(db)
  }
  const count = (outcome: Outcome) => linesWith(outcome).length
  await sql`
    update cc_consent_imports
    set done = done + ${rows.length}, recorded = recorded + ${count('recorded') + count('overruled')},
        repeated = repeated + ${count('repeated')}, overruled = overruled + ${count('overruled')}
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
}

async function finish(db: Db, claimed: ClaimedImport): Promise<void> {
  const { id, tenantId, organizationId } = claimed
  await sql`
    update cc_consent_imports
    set state = 'finished', claimed_until = null, finished_at = now(), updated_at = now()
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  await tellProgress(db, claimed)
}
