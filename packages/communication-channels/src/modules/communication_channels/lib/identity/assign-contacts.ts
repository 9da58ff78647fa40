import {
  type Absorption,
  absorptions,
  type Former,
  type Move,
  movesOf,
  type Split,
  splits,
} from './contact-changes.ts'
import { type Node, nodeKey, type Partition, type Person, untilOf } from './evidence.ts'
import { type LoadedPeople, overlapping } from './load-people.ts'

export interface Assignment {
  contactOf: Map<string, string | null>
  created: string[]
  absorbed: Absorption[]
  split: Split[]
  moves: Move[]
}

export interface AssignmentInput {
  loaded: LoadedPeople
  partition: Partition
  /** Contacts that an identity had beside its own. */
  folded: Map<string, Set<string>>
  /** Nodes under which something is filed now. */
  filed: Set<string>
  /** Nodes under which something was filed before, among those that would have no contact else. */
  filedBefore: Set<string>
  /** Contacts that were absorbed once and may stand for themselves again. */
  dormant: Set<string>
  newContactId: () => string
}

/**
 * Which contact each person is. Whoever had one keeps it, the oldest of several; one who was split off gets back the one
 * they had before, or a new one; one under whom nothing was ever filed needs none.
 */
export function assignContacts(input: AssignmentInput): Assignment {
  const { partition, newContactId } = input
  const formerOf = formerContacts(input)
  const ownerOf = ownersOf(input, formerOf)
  const owned = Map.groupBy(ownerOf.keys(), (contact) => ownerOf.get(contact)!)
  const taken = new Set(ownerOf.keys())
  const contactOf = new Map<string, string | null>()
  const intoOf = new Map<string, string>()
  const created: string[] = []
  for (const person of partition.people) {
    const own = owned.get(person) ?? []
    const contact = own.sort()[0] ?? dormantOf(person, input, taken) ?? newOne(person)
    if (contact) taken.add(contact)
    for (const other of own) if (other !== contact) intoOf.set(other, contact!)
    for (const node of person.nodes) contactOf.set(nodeKey(node), contact)
  }

  function newOne({ nodes }: Person): string | null {
    const keys = nodes.map(nodeKey)
    if (!keys.some((key) => input.filed.has(key) || input.filedBefore.has(key))) return null
    const id = newContactId()
    created.push(id)
    return id
  }

  return {
    contactOf,
    created,
    absorbed: absorptions(partition, formerOf, intoOf),
    split: splits(partition, formerOf, contactOf, intoOf),
    moves: movesOf(input, contactOf, intoOf),
  }
}

/** Nodes of which nothing says whose they will be, so that it has to be looked up whether anything is filed there. */
export function undecidedNodes(input: Omit<AssignmentInput, 'filedBefore' | 'dormant' | 'newContactId'>): {
  nodes: (Node & { until: number; former: string[] })[]
  origins: string[]
} {
  const formerOf = formerContacts(input)
  const owners = new Set(ownersOf(input, formerOf).values())
  const without = input.partition.people.filter((person) => !owners.has(person))
  const nodes = without.flatMap((person) => person.nodes)
  return {
    nodes: nodes
      .map((node) => ({
        ...node,
        until: untilOf(node, input.partition),
        former: formerOf.get(nodeKey(node))!,
      }))
      .filter(({ former }) => former.length > 0),
    origins: nodes.flatMap((node) => originOf(node, input.loaded) ?? []),
  }
}

/** The contacts that each node had so far. */
function formerContacts({
  loaded,
  partition,
  folded,
}: Pick<AssignmentInput, 'loaded' | 'partition' | 'folded'>): Former {
  const former: Former = new Map()
  for (const { nodes } of partition.people) {
    for (const node of nodes) {
      const known =
        node.from === null
          ? [loaded.identities.get(node.identityId)!.contactId]
          : overlapping(loaded.holdings.get(node.identityId)!, node.from, untilOf(node, partition)).map(
              ({ contactId }) => contactId,
            )
      const all = [...known, ...(folded.get(node.identityId) ?? [])].filter((id) => id !== null)
      former.set(nodeKey(node), [...new Set(all)])
    }
  }
  return former
}

/**
 * A contact stays with whoever it was made for; else with the oldest of what it was known by, but not with one who has a
 * contact of their own to go back to.
 */
function ownersOf(
  { loaded, partition }: Pick<AssignmentInput, 'loaded' | 'partition'>,
  formerOf: Former,
): Map<string, Person> {
  const best = new Map<string, { rank: string; person: Person }>()
  for (const person of partition.people) {
    for (const node of person.nodes) {
      for (const contact of formerOf.get(nodeKey(node))!) {
        const origin = originOf(node, loaded)
        const strangeness = origin === contact ? 0 : origin === null ? 1 : 2
        const isFirst = node.from === null || node.from === Number.NEGATIVE_INFINITY
        const rank = `${strangeness}${isFirst ? 0 : 1}${node.identityId}${String(node.from ?? 0).padStart(24)}`
        const known = best.get(contact)
        if (!known || rank < known.rank) best.set(contact, { rank, person })
      }
    }
  }
  return new Map([...best].map(([contact, { person }]) => [contact, person]))
}

function originOf({ identityId, from }: Node, loaded: LoadedPeople): string | null {
  if (from !== null && from !== Number.NEGATIVE_INFINITY) return null
  return loaded.identities.get(identityId)!.originContactId
}

function dormantOf(
  { nodes }: Person,
  { loaded, dormant }: AssignmentInput,
  taken: Set<string>,
): string | null {
  const origins = nodes.flatMap((node) => originOf(node, loaded) ?? [])
  return origins.filter((id) => dormant.has(id) && !taken.has(id)).sort()[0] ?? null
}
