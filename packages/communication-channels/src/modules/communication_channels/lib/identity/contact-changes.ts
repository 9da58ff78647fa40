import { type Link, type Node, nodeKey, type Partition, untilOf } from './evidence.ts'
import { type LoadedPeople, overlapping } from './load-people.ts'

/** Messages that were filed under an identity, between two times, go from one contact to another. */
export interface Move {
  identityId: string
  from: number
  until: number
  fromContactId: string
  toContactId: string
}

export interface Absorption {
  survivor: string
  absorbed: string
  /** What made them one, as far as one thing did. */
  link: Link | null
  /** What the absorbed was known by until now, for a person who wants it back. */
  nodes: Node[]
}

export interface Split {
  fromContactId: string
  toContactId: string
  nodes: Node[]
}

export type Former = Map<string, string[]>

export function absorptions(
  partition: Partition,
  formerOf: Former,
  intoOf: Map<string, string>,
): Absorption[] {
  return partition.people.flatMap(({ nodes, links }) => {
    const former = new Set(nodes.flatMap((node) => formerOf.get(nodeKey(node))!))
    return [...former].flatMap((absorbed) => {
      const survivor = intoOf.get(absorbed)
      if (survivor === undefined) return []
      const of = (contact: string) => nodes.filter((node) => formerOf.get(nodeKey(node))!.includes(contact))
      const own = of(absorbed)
      const link = linkBetween(links, own.map(nodeKey), of(survivor).map(nodeKey))
      return [{ survivor, absorbed, link, nodes: own }]
    })
  })
}

/** The first link, in the order in which people came together, after which one of these and one of those are one. */
function linkBetween(links: Link[], these: string[], those: string[]): Link | null {
  const groups = new Map<string, { these: boolean; those: boolean; into: string }>()
  const rootOf = (key: string): string => {
    const group = groups.get(key)
    if (!group) {
      groups.set(key, { these: these.includes(key), those: those.includes(key), into: key })
      return key
    }
    return group.into === key ? key : rootOf(group.into)
  }
  for (const link of links.toSorted((a, b) => a.at - b.at)) {
    const [a, b] = [rootOf(link.a), rootOf(link.b)]
    if (a === b) continue
    const [x, y] = [groups.get(a)!, groups.get(b)!]
    y.into = a
    x.these ||= y.these
    x.those ||= y.those
    if (x.these && x.those) return link
  }
  return null
}

/** Nodes that are another contact's now, although theirs goes on without them. */
export function splits(
  { people }: Partition,
  formerOf: Former,
  contactOf: Map<string, string | null>,
  intoOf: Map<string, string>,
): Split[] {
  const found = new Map<string, Split>()
  for (const { nodes } of people) {
    for (const node of nodes) {
      const toContactId = contactOf.get(nodeKey(node))
      if (!toContactId) continue
      for (const fromContactId of formerOf.get(nodeKey(node))!) {
        if (fromContactId === toContactId || intoOf.get(fromContactId) === toContactId) continue
        const key = `${fromContactId}|${toContactId}`
        const known = found.get(key) ?? { fromContactId, toContactId, nodes: [] }
        known.nodes.push(node)
        found.set(key, known)
      }
    }
  }
  return [...found.values()]
}

export function movesOf(
  {
    loaded,
    partition,
    folded,
  }: { loaded: LoadedPeople; partition: Partition; folded: Map<string, Set<string>> },
  contactOf: Map<string, string | null>,
  intoOf: Map<string, string>,
): Move[] {
  const moves: Move[] = []
  const add = (identityId: string, from: number, until: number, former: string | null, key: string) => {
    const toContactId = contactOf.get(key)
    if (!former || !toContactId || former === toContactId || intoOf.get(former) === toContactId) return
    moves.push({ identityId, from, until, fromContactId: former, toContactId })
  }
  for (const { nodes } of partition.people) {
    for (const node of nodes) {
      const key = nodeKey(node)
      const from = node.from ?? Number.NEGATIVE_INFINITY
      const until = untilOf(node, partition)
      for (const former of folded.get(node.identityId) ?? []) add(node.identityId, from, until, former, key)
      if (node.from === null) {
        add(node.identityId, from, until, loaded.identities.get(node.identityId)!.contactId, key)
        continue
      }
      for (const one of overlapping(loaded.holdings.get(node.identityId)!, from, until)) {
        const [start, end] = [Math.max(from, one.from), Math.min(until, one.until)]
        if (start < end) add(node.identityId, start, end, one.contactId, key)
      }
    }
  }
  return moves
}
