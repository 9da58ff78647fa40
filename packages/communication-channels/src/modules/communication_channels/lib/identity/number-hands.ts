import { type Db, sql } from '../db.ts'
import { millisecondsOf } from './realm.ts'

/** Who had a phone from when on; nobody between two who did. */
export interface Tenure {
  from: number
  contactId: string | null
}

/** A number came from somebody, or went to somebody. */
export interface Hand {
  kind: 'number_taken_over' | 'number_passed_on'
  phoneId: string
  at: number
  otherContactId: string
}

/** Where a number went from one to another, as one of them sees it; `tenures` ascend. */
export function handsOf(phoneId: string, tenures: Tenure[], contactId: string): Hand[] {
  const held = tenures.filter((one) => one.contactId !== null)
  return held.slice(1).flatMap(({ from, contactId: next }, nth): Hand[] => {
    const before = held[nth]!.contactId
    if (before === next) return []
    if (next === contactId) {
      return [{ kind: 'number_taken_over', phoneId, at: from, otherContactId: before! }]
    }
    return before === contactId
      ? [{ kind: 'number_passed_on', phoneId, at: from, otherContactId: next! }]
      : []
  })
}

/** All holders of the phones that a contact has or had. */
export async function selectTenures(db: Db, phoneIds: string[]): Promise<Map<string, Tenure[]>> {
  const { rows } = await sql<Tenure & { phoneId: string }>`
    select phone_id as "phoneId", ${millisecondsOf('from_at')} as "from", contact_id as "contactId"
    from cc_phone_tenures where phone_id = any(${phoneIds}::uuid[])
    union all
    select id, ${millisecondsOf('held_since')}, contact_id
    from cc_contact_identities where id = any(${phoneIds}::uuid[])
    order by "phoneId", "from"`.execute(db)
  return Map.groupBy(rows, ({ phoneId }) => phoneId)
}
