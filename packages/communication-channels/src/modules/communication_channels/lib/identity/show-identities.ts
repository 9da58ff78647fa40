import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { ContactNode } from './contact-nodes.ts'
import { isoOf } from './contact-rows.ts'
import { type OpenValue, summariesOf } from './contact-summaries.ts'
import type { ContactSummary, ContactView } from './contact-view.ts'

type IdentityView = ContactView['identities'][number]

/** What a contact is and was known by: each once, with the times when it was theirs; what is theirs now comes first. */
export async function showIdentities(
  db: Db,
  open: OpenValue,
  scope: Scope,
  contactId: string,
  nodes: ContactNode[],
): Promise<IdentityView[]> {
  const holders = await selectHolders(db, open, scope, contactId, nodes)
  const identities = [...Map.groupBy(nodes, ({ identityId }) => identityId).values()].map((of) =>
    showIdentity(open, of, holders),
  )
  return (await Promise.all(identities)).sort(byImportance)
}

async function showIdentity(
  open: OpenValue,
  nodes: ContactNode[],
  holders: Map<string, ContactSummary>,
): Promise<IdentityView> {
  const { identityId, kind, wire } = nodes[0]!
  const periods = joinPeriods(
    nodes.map(({ firstAt, until }) => ({
      since: isoOf(firstAt),
      until: until === null ? null : isoOf(until),
    })),
  )
  const lastSeen = nodes.map(({ lastAt }) => isoOf(lastAt)).sort()
  return {
    id: identityId,
    kind,
    value: wire === null ? null : await open(kind, wire),
    since: periods.at(-1)!.since,
    lastSeen: lastSeen.at(-1)!,
    until: periods[0]!.until,
    periods,
    heldBy: holders.get(identityId) ?? null,
  }
}

type Period = IdentityView['periods'][number]

/** The latest first; those that follow on each other are one. */
function joinPeriods(periods: Period[]): Period[] {
  const joined: Period[] = []
  for (const period of periods.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
    const last = joined.at(-1)
    if (last && (last.until === null || last.until >= period.since)) {
      const isLonger = period.until === null || (last.until !== null && period.until > last.until)
      if (isLonger) last.until = period.until
    } else joined.push({ ...period })
  }
  return joined.reverse()
}

function byImportance(a: IdentityView, b: IdentityView): number {
  const rank = ({ until, kind }: IdentityView) => (until === null ? 0 : 2) + (kind === 'phone' ? 0 : 1)
  return rank(a) - rank(b) || (a.since < b.since ? 1 : a.since > b.since ? -1 : 0)
}

async function selectHolders(
  db: Db,
  open: OpenValue,
  scope: Scope,
  contactId: string,
  nodes: ContactNode[],
): Promise<Map<string, ContactSummary>> {
  const phoneIds = nodes.filter(({ kind }) => kind === 'phone').map(({ identityId }) => identityId)
  const { rows } = await sql<{ id: string; contactId: string }>`
    select id, contact_id as "contactId" from cc_contact_identities
    where id = any(${phoneIds}::uuid[]) and contact_id <> ${contactId}`.execute(db)
  const summaries = await summariesOf(
    db,
    open,
    scope,
    rows.map((row) => row.contactId),
  )
  return new Map(
    rows.flatMap((row): [string, ContactSummary][] => {
      const summary = summaries.get(row.contactId)
      return summary ? [[row.id, summary]] : []
    }),
  )
}
