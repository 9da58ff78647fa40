import { type Db, sql } from '../../../db.ts'
import { heldIdentities } from '../../../identity/contact-for-phone.ts'
import type { Scope } from '../../../scope.ts'
import { consentState } from '../../consent-state.ts'
import { type EventAbout, loadEventsAbout } from '../../events-about.ts'
import { keptSource } from '../../ledger/draft-entry.ts'
import { holdersOf } from '../../whose.ts'
import type { SoundRow } from '../check/check-row.ts'
import type { ClaimedImport } from './claim-import.ts'
import { consentsOf } from './consents-of.ts'

/**
 * Which rows would change nothing for their people, who opted out after what the row says: whoever imports is to know it
 * before, not from the report. As recording would find it now; who writes STOP meanwhile is in the report only.
 *
 * @returns their lines
 */
export async function optedOutLater(
  db: Db,
  claimed: ClaimedImport,
  rows: { line: number; row: SoundRow }[],
): Promise<Set<number>> {
  const held = await heldIdentities(
    db,
    claimed,
    rows.map(({ row }) => row.phone),
  )
  const entries = rows.flatMap((one) => {
    const identity = held.get(one.row.phone)
    return identity ? consentsOf(claimed, one, identity.id) : []
  })
  const holders = await holdersOf(db, entries)
  const about = Map.groupBy(await eventsOfOptedOut(db, claimed, holders), keyOf)
  const staysOut = entries.filter((entry, nth) => {
    const events = about.get(keyOf({ ...entry, contactId: holders[nth] ?? '' })) ?? []
    // What is in the ledger already is told as that.
    const isNew = !events.some(({ sourceKey }) => sourceKey === keptSource(claimed.tenantId, entry.sourceKey))
    return isNew && consentState([...events, entry]).state === 'opted_out'
  })
  return new Set(staysOut.map(({ line }) => line))
}

/** Few of a list have opted out, and only of those it matters what they said before. */
async function eventsOfOptedOut(
  db: Db,
  { tenantId, organizationId }: Scope,
  contacts: (string | null)[],
): Promise<EventAbout[]> {
  const ids = [...new Set(contacts)].filter((id) => id !== null)
  const { rows } = await sql<{ id: string }>`
    select distinct contact_id as id from cc_consents
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and contact_id = any(${ids}::uuid[])
      and state = 'opted_out'`.execute(db)
  return rows.length === 0
    ? []
    : loadEventsAbout(
        db,
        rows.map(({ id }) => id),
      )
}

function keyOf({
  contactId,
  channelType,
  purpose,
}: Pick<EventAbout, 'contactId' | 'channelType' | 'purpose'>) {
  return `${contactId}|${channelType}|${purpose}`
}
