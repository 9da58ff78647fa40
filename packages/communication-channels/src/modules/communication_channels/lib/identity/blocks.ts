import type { Link, LinkReason, Node } from './evidence.ts'
import { nodeKey } from './evidence.ts'

type Side = 'left' | 'right'

interface Block {
  nodes: Node[]
  links: Link[]
  namespaces: Set<string>
  /** On which side of each decision that keeps apart; `both` cannot be. */
  sides: Map<string, Side>
}

/** People in the making: nodes that are joined unless something says that they are not one person. */
export class Blocks {
  private readonly parents = new Map<string, string>()
  private readonly blocks = new Map<string, Block>()

  add(node: Node, namespace: string | null): string {
    const key = nodeKey(node)
    this.parents.set(key, key)
    this.blocks.set(key, {
      nodes: [node],
      links: [],
      namespaces: new Set(namespace === null ? [] : [namespace]),
      sides: new Map(),
    })
    return key
  }

  /** Joins two nodes, and says whether they are one now. `isProven`: one person may have several user ids by it. */
  join(a: string, b: string, reason: LinkReason, at: number, isProven = false): boolean {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return true
    if (!this.areCompatible(x, y, isProven)) return false
    const [kept, gone] = this.size(x) < this.size(y) ? [y, x] : [x, y]
    const into = this.blocks.get(kept)!
    const from = this.blocks.get(gone)!
    for (const node of from.nodes) into.nodes.push(node)
    for (const link of from.links) into.links.push(link)
    into.links.push({ a, b, reason, at })
    for (const namespace of from.namespaces) into.namespaces.add(namespace)
    for (const [decision, side] of from.sides) into.sides.set(decision, side)
    this.parents.set(gone, kept)
    this.blocks.delete(gone)
    return true
  }

  couldJoin(a: string, b: string): boolean {
    const [x, y] = [this.root(a), this.root(b)]
    return x === y || this.areCompatible(x, y, false)
  }

  /** Puts a node on one side of what is kept apart; false where its person stands on the other side already. */
  stand(key: string, decision: string, side: Side): boolean {
    const { sides } = this.blocks.get(this.root(key))!
    const known = sides.get(decision)
    if (known !== undefined) return known === side
    sides.set(decision, side)
    return true
  }

  all(): Block[] {
    return [...this.blocks.values()]
  }

  private areCompatible(x: string, y: string, isProven: boolean): boolean {
    const [a, b] = [this.blocks.get(x)!, this.blocks.get(y)!]
    if (!isProven && [...a.namespaces].some((namespace) => b.namespaces.has(namespace))) return false
    for (const [decision, side] of a.sides) {
      const other = b.sides.get(decision)
      if (other !== undefined && other !== side) return false
    }
    return true
  }

  private size(root: string): number {
    return this.blocks.get(root)!.nodes.length
  }

  private root(key: string): string {
    let root = key
    for (let next = this.parents.get(root)!; next !== root; next = this.parents.get(root)!) root = next
    this.parents.set(key, root)
    return root
  }
}
