import { type Db, sql } from '../../../db.ts'
import { holdersOf } from '../../whose.ts'
import type { Finding, FindingView } from './finding.ts'

/** Of an entry that is gone, what is still there of it. */
export interface Leftover {
  seq: number
  eventId: string
  /** Whose consent was made of it. */
  contactId: string | null
}

/** Words whose entry is gone. */
export async function leftoverWords(db: Db, tenantId: string, most: number): Promise<Leftover[]> {
  const { rows } = await sql<Leftover>`
    select w.seq::float8 as seq, w.event_id as "eventId", c.contact_id as "contactId"
    from cc_consent_words w left join cc_consents c on c.event_id = w.event_id
    where w.tenant_id = ${tenantId}
      and not exists (select 1 from cc_consent_events e where e.id = w.event_id and e.tenant_id = w.tenant_id)
    order by w.seq limit ${most}`.execute(db)
  return rows
}

/**
 * Says of each finding which event it is and about whom: what is gone, by what is left of it. Where nothing else tells
 * that anything is wrong, what is left is a finding itself.
 */
export async function nameFindings(
  db: Db,
  findings: Finding[],
  leftovers: Leftover[],
): Promise<FindingView[]> {
  if (findings.length === 0) return leftovers.map(unexplained)
  const entries = findings.flatMap(({ stored }) => (stored ? [stored.entry] : []))
  const holders = await holdersOf(
    db,
    entries.map(({ identityId, occurredAt }) => ({ identityId, occurredAt: new Date(occurredAt) })),
  )
  const holderOf = new Map(entries.map((entry, nth) => [entry, holders[nth]!]))
  return findings.map(({ kind, seq, sentence, stored }) => {
    const entry = stored?.entry
    const left = stored ? undefined : leftovers.find((one) => one.seq === seq)
    return {
      ...{ kind, seq, sentence },
      eventId: entry?.id ?? left?.eventId ?? null,
      occurredAt: entry?.occurredAt ?? null,
      contactId: (entry ? holderOf.get(entry) : left?.contactId) ?? null,
    }
  })
}

function unexplained({ seq, eventId, contactId }: Leftover): FindingView {
  const sentence = `Entry ${seq} is gone: its text and evidence are still there.`
  return { kind: 'cut_off', seq, eventId, occurredAt: null, contactId, sentence }
}
