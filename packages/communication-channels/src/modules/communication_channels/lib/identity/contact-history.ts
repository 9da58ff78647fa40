import type { Db } from '../db.ts'
import type { Scope } from '../scope.ts'
import { isoOf, personOf } from './contact-rows.ts'
import { formerSummaries, type OpenValue, summariesOf } from './contact-summaries.ts'
import type { ContactView } from './contact-view.ts'
import {
  type EventRow,
  identitiesIn,
  renamedAt,
  selectEvents,
  selectUsernames,
  selectWires,
  type Wire,
} from './event-rows.ts'
import type { Node } from './evidence.ts'
import { type Hand, handsOf, selectTenures } from './number-hands.ts'

type EventView = ContactView['events'][number]

/**
 * What happened to who a contact is, newest first: each thing once, with the other one whom it is about. Which numbers
 * came from somebody or went to somebody follows from who held them when, so no later merge or split can take it away.
 *
 * @param nodes what the contact is known by
 */
export async function showHistory(
  db: Db,
  open: OpenValue,
  scope: Scope,
  contactId: string,
  nodes: (Node & { kind: 'phone' | 'user_id' })[],
): Promise<EventView[]> {
  const phoneIds = [...new Set(nodes.filter(({ kind }) => kind === 'phone').map((node) => node.identityId))]
  const tenures = await selectTenures(db, phoneIds)
  const hands = phoneIds.flatMap((id) => handsOf(id, tenures.get(id) ?? [], contactId))
  const rows = await selectEvents(db, scope, contactId)
  const wires = await selectWires(db, open, scope, [...rows.flatMap(identitiesIn), ...phoneIds])
  const told = once(
    rows.filter((row) => !isTenureAlone(row, wires)),
    contactId,
  )
  const usernames = await selectUsernames(db, open, told)
  const others = await whoIsMeant(db, open, scope, contactId, told, hands)
  const self = (await formerSummaries(db, open, scope, new Map([[contactId, []]]))).get(contactId)!
  const known = nodes.map(keyOf)
  for (const row of told) row.note &&= await open('reason', row.note)

  const viewOf = (row: EventRow): EventView => {
    const { id, kind, reason, note, deliveryId, decisionId, detail } = row
    const otherContactId = otherOf(row, contactId)
    const brought = new Set(detail.nodes?.map(keyOf))
    const isPart = known.some((one) => brought.has(one)) && known.some((one) => !brought.has(one))
    const isOwn = kind === 'merged' && row.contactId === contactId
    return {
      ...{ id, kind, reason, note, deliveryId, decisionId, otherContactId },
      at: isoOf(row.at),
      other: otherContactId === null ? null : (others.get(otherContactId) ?? null),
      self: isOwn && row.isInForce && isNamed(self) ? self : null,
      from: wires.get(detail.fromId ?? '')?.value ?? null,
      to: wires.get(detail.toId ?? '')?.value ?? null,
      ...(kind === 'username_changed' ? renamedAt(usernames.get(detail.toId ?? '') ?? [], row.at) : {}),
      actor: personOf(row.actorId, row.actorName),
      // What a person decided is taken back where it stands as decided.
      canUndo: isOwn && row.isInForce && isPart && !row.isDecided,
    }
  }
  const handed = ({ kind, phoneId, at, otherContactId }: Hand): EventView => {
    const value = wires.get(phoneId)?.value ?? null
    return {
      ...{ id: `${phoneId}@${at}`, kind, reason: 'number_changed_hands', note: null, deliveryId: null },
      ...{ decisionId: null, otherContactId, actor: null, canUndo: false },
      at: new Date(at).toISOString(),
      other: others.get(otherContactId) ?? null,
      self: null,
      from: kind === 'number_passed_on' ? value : null,
      to: kind === 'number_taken_over' ? value : null,
    }
  }
  return [...told.map(viewOf), ...hands.map(handed)].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** That a number alone is somebody else's is told by who held it when. */
function isTenureAlone({ reason, detail }: EventRow, wires: Map<string, Wire>): boolean {
  const nodes = detail.nodes ?? []
  return (
    reason === 'number_changed_hands' &&
    nodes.every((node) => node.from !== null || wires.get(node.identityId)?.kind === 'phone')
  )
}

function once(rows: EventRow[], contactId: string): EventRow[] {
  const keys = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.kind}|${row.decisionId ?? row.id}|${row.reason}|${otherOf(row, contactId)}`
    return keys.size < keys.add(key).size
  })
}

function otherOf(row: EventRow, contactId: string): string | null {
  return row.otherContactId === contactId ? row.contactId : row.otherContactId
}

async function whoIsMeant(
  db: Db,
  open: OpenValue,
  scope: Scope,
  contactId: string,
  rows: EventRow[],
  hands: Hand[],
): Promise<Map<string, ContactView['contact']>> {
  const brought = new Map<string, string[]>(hands.map(({ otherContactId }) => [otherContactId, []]))
  for (const row of rows) {
    const other = otherOf(row, contactId)
    if (other === null) continue
    // Those that a merge brought in were the other's; those that a split took, its own.
    const isDescribed = row.kind === 'merged' ? other === row.otherContactId : other === row.contactId
    const nodes = isDescribed ? (row.detail.nodes ?? []).map((node) => node.identityId) : []
    brought.set(other, [...(brought.get(other) ?? []), ...nodes])
  }
  const live = await summariesOf(db, open, scope, [...brought.keys()])
  const nameless = [...brought].filter(([id]) => !live.has(id) || !isNamed(live.get(id)!))
  const former = await formerSummaries(db, open, scope, new Map(nameless))
  return new Map([...live, ...former])
}

function isNamed({ displayName, phone, username, userId }: ContactView['contact']): boolean {
  return Boolean(displayName ?? phone ?? username ?? userId)
}

function keyOf({ identityId, from }: Node): string {
  return `${identityId}|${from}`
}
