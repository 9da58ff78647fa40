import { Blocks } from './blocks.ts'
import type { Decision, Evidence, Member, Partition, Succession } from './evidence.ts'
import { nodeKey } from './evidence.ts'

/**
 * Who is who. Pure: a function of the evidence alone, so that any order in which it was told, any repetition and any
 * split of it ends in the same people. It is told once more in the order of its times:
 *
 * - A user id is one person's for good. A phone has holders, one after the other. What was said from a phone alone
 *   belongs to whoever held it then; what was said before anybody was known to hold it, to the first who was.
 * - A phone seen with a user id proves one person of both, unless that would make one of two user ids of one namespace:
 *   then the number has changed hands.
 * - Within a namespace a user id has one phone: seen with another, it has left the first.
 * - A number that was left is nobody's until somebody is seen with it; one that was moved to was somebody else's before.
 * - Two user ids of one namespace are one person only where the provider said that one became the other, or where a
 *   person decided so. What people keep apart is never together. On doubt, no match.
 *
 * @param nameOf what an identity is called wherever it was heard of first: by it go things of one moment
 */
export function partition(
  evidence: Evidence,
  nameOf: (identityId: string) => string = (id) => id,
): Partition {
  const sweep = new Sweep(evidence, nameOf)
  for (const moment of momentsOf(evidence, nameOf)) sweep.apply(moment)
  return sweep.result()
}

type Moment = { at: number; order: number; key: string } & (
  | { kind: 'succession'; succession: Succession }
  | { kind: 'member'; decision: Decision; member: Member; side: 'left' | 'right' }
  | { kind: 'claim'; userId: string; phoneId: string }
)

/**
 * By time; within one: who became who, numbers last of that; from whom people keep a phone apart; who was seen with it;
 * with whom people join it. Whoever took a number over in that moment has it by then, and not the one before.
 */
function momentsOf(
  { claims, successions, decisions, phones }: Evidence,
  nameOf: (identityId: string) => string,
): Moment[] {
  const isPhone = new Set(phones)
  const moments: Moment[] = []
  for (const succession of successions) {
    const order = !isPhone.has(succession.fromId) ? 2 : isPhone.has(succession.toId) ? 1 : 0
    const key = `${nameOf(succession.fromId)}|${nameOf(succession.toId)}`
    moments.push({ kind: 'succession', at: succession.at, order, key, succession })
  }
  for (const decision of decisions) {
    for (const side of ['left', 'right'] as const) {
      for (const member of decision[side]) {
        if (member.at === null) continue
        const key = `${decision.id}|${side}|${nameOf(member.identityId)}`
        const order = decision.kind === 'apart' ? 3 : 5
        moments.push({ kind: 'member', at: member.at, order, key, decision, member, side })
      }
    }
  }
  for (const { userId, phoneId, firstAt, lastAt } of claims) {
    const key = `${nameOf(phoneId)}|${nameOf(userId)}`
    moments.push({ kind: 'claim', at: firstAt, order: 4, key, userId, phoneId })
    if (lastAt > firstAt) moments.push({ kind: 'claim', at: lastAt, order: 4, key, userId, phoneId })
  }
  return moments.sort((a, b) => a.at - b.at || a.order - b.order || compare(a.key, b.key))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

class Sweep {
  private readonly blocks = new Blocks()
  private readonly tenures = new Map<string, number[]>()
  /** Who was last seen with a phone since its last border. */
  private readonly holders = new Map<string, string>()
  /** The phones that each user id was last seen with. */
  private readonly phonesOf = new Map<string, Set<string>>()
  /** Phones that their holder moved to, and was not seen with yet. */
  private readonly moved = new Set<string>()
  /** Phones that nobody has, and who left them. */
  private readonly left = new Map<string, { node: string; holder: string | undefined }>()
  private readonly retired = new Map<string, number>()
  private readonly isPhone: Set<string>
  private readonly namespaces: Map<string, string>
  private readonly nameOf: (identityId: string) => string

  constructor({ users, phones, successions, decisions }: Evidence, nameOf: (identityId: string) => string) {
    this.nameOf = nameOf
    this.isPhone = new Set(phones)
    this.namespaces = new Map(users.map(({ id, namespace }) => [id, namespace]))
    for (const { id, namespace } of users) this.blocks.add({ identityId: id, from: null }, namespace)
    for (const id of phones) {
      this.tenures.set(id, [Number.NEGATIVE_INFINITY])
      this.blocks.add({ identityId: id, from: Number.NEGATIVE_INFINITY }, null)
    }
    const byAge = [...decisions].sort((a, b) => a.at - b.at || compare(a.id, b.id))
    for (const decision of byAge) this.stand(decision)
    for (const decision of byAge) this.unite(decision)
    const inOrder = [...successions].sort(
      (a, b) =>
        a.at - b.at || compare(nameOf(a.fromId), nameOf(b.fromId)) || compare(nameOf(a.toId), nameOf(b.toId)),
    )
    for (const succession of inOrder) this.follow(succession)
  }

  apply(moment: Moment): void {
    if (moment.kind === 'claim') this.claim(moment.userId, moment.phoneId, moment.at)
    else if (moment.kind === 'member') this.place(moment.decision, moment.member, moment.side)
    else this.succeed(moment.succession)
  }

  result(): Partition {
    const people = this.blocks.all().map(({ nodes, links }) => ({ nodes, links }))
    return { people, tenures: this.tenures, retired: this.retired }
  }

  private stand({ id, kind, left, right }: Decision): void {
    if (kind !== 'apart') return
    for (const { identityId, at } of left) if (at === null) this.blocks.stand(identityId, id, 'left')
    for (const { identityId, at } of right) if (at === null) this.blocks.stand(identityId, id, 'right')
  }

  private unite({ kind, left, right, at }: Decision): void {
    if (kind !== 'together') return
    const [first, ...rest] = [...left, ...right].filter((member) => member.at === null)
    for (const { identityId } of rest) this.blocks.join(first!.identityId, identityId, 'by_person', at, true)
  }

  private follow({ fromId, toId, at }: Succession): void {
    if (this.isPhone.has(fromId)) return
    if (this.blocks.join(fromId, toId, 'user_id_changed', at, true)) {
      this.retired.set(fromId, Math.max(at, this.retired.get(fromId) ?? at))
    }
  }

  private succeed({ fromId, toId, at }: Succession): void {
    if (!this.isPhone.has(fromId)) {
      this.leaveAll(fromId, toId, at)
      return
    }
    const { node: former, holder } = this.lastOf(fromId)
    if (this.isPhone.has(toId)) {
      this.open(fromId, at)
      const arrived = this.open(toId, at)
      if (this.blocks.join(former, arrived, 'phone_changed', at) && holder) {
        this.hold(toId, holder)
        this.moved.add(toId)
      }
    } else if (this.blocks.join(former, toId, 'user_id_changed', at, true)) {
      const isSame = holder !== undefined && this.namespaces.get(holder) === this.namespaces.get(toId)
      if (isSame && holder !== toId) this.retired.set(holder, at)
      if (!this.left.has(fromId)) this.hold(fromId, toId)
    }
  }

  /** Who has a phone, or had it last where that one left it and nobody was seen with it since. */
  private lastOf(phoneId: string): { node: string; holder: string | undefined } {
    return this.left.get(phoneId) ?? { node: this.current(phoneId), holder: this.holders.get(phoneId) }
  }

  private leave(phoneId: string, at: number, holder: string): void {
    const last = { node: this.current(phoneId), holder }
    this.open(phoneId, at)
    this.left.set(phoneId, last)
  }

  /** The user id is another one now. A number that only the old one was seen with may have been left with it. */
  private leaveAll(fromId: string, toId: string, at: number): void {
    for (const phoneId of [...(this.phonesOf.get(fromId) ?? [])]) {
      if (this.moved.has(phoneId)) this.hold(phoneId, toId)
      else this.leave(phoneId, at, toId)
    }
  }

  private claim(userId: string, phoneId: string, at: number): void {
    for (const left of [...(this.phonesOf.get(userId) ?? [])])
      if (left !== phoneId) this.leave(left, at, userId)
    if (!this.blocks.join(this.current(phoneId), userId, 'same_phone', at)) {
      this.blocks.join(this.open(phoneId, at), userId, 'same_phone', at)
    }
    this.hold(phoneId, userId)
    this.moved.delete(phoneId)
    this.left.delete(phoneId)
  }

  /** What a person said about whoever had a phone at a time. */
  private place(decision: Decision, member: Member, side: 'left' | 'right'): void {
    const { identityId: phoneId } = member
    if (decision.kind === 'apart') {
      if (this.blocks.stand(this.current(phoneId), decision.id, side)) return
      this.blocks.stand(this.open(phoneId, member.at!), decision.id, side)
      return
    }
    const anchor = this.anchorOf(decision)
    if (anchor === null) return
    if (this.blocks.join(anchor, this.current(phoneId), 'by_person', decision.at, true)) return
    this.blocks.join(anchor, this.open(phoneId, member.at!), 'by_person', decision.at, true)
  }

  private readonly anchors = new Map<string, string>()

  /** One node that all others of the decision are joined to: a user id, or the phone that is named first in time. */
  private anchorOf({ id, left, right }: Decision): string | null {
    const known = this.anchors.get(id)
    if (known !== undefined) return known
    const members = [...left, ...right]
    const user = members.find((member) => member.at === null)
    const [earliest] = members.toSorted(
      (a, b) => a.at! - b.at! || compare(this.nameOf(a.identityId), this.nameOf(b.identityId)),
    )
    const anchor = user ? user.identityId : earliest ? this.current(earliest.identityId) : null
    if (anchor !== null) this.anchors.set(id, anchor)
    return anchor
  }

  private current(phoneId: string): string {
    return nodeKey({ identityId: phoneId, from: this.tenures.get(phoneId)!.at(-1)! })
  }

  /** Begins a new holder, of whom nothing is known yet. */
  private open(phoneId: string, at: number): string {
    const borders = this.tenures.get(phoneId)!
    const holder = this.holders.get(phoneId)
    if (holder) this.phonesOf.get(holder)?.delete(phoneId)
    this.holders.delete(phoneId)
    this.moved.delete(phoneId)
    this.left.delete(phoneId)
    // Twice in one moment: what was said in it is the first one's.
    const from = Math.max(at, borders.at(-1)! + A_MICROSECOND)
    borders.push(from)
    return this.blocks.add({ identityId: phoneId, from }, null)
  }

  private hold(phoneId: string, userId: string): void {
    const before = this.holders.get(phoneId)
    if (before && before !== userId) this.phonesOf.get(before)?.delete(phoneId)
    this.holders.set(phoneId, userId)
    const phones = this.phonesOf.get(userId)
    if (phones) phones.add(phoneId)
    else this.phonesOf.set(userId, new Set([phoneId]))
  }
}

/** The finest that the database keeps, in milliseconds. */
const A_MICROSECOND = 0.001
