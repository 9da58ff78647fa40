import fc from 'fast-check'
import { type Evidence, nodeKey } from './evidence.ts'
import { partition } from './partition.ts'

/** People by the keys of what they are known by, always in the same order. */
function people(evidence: Evidence): string[][] {
  return partition(evidence)
    .people.map(({ nodes }) => nodes.map(nodeKey).sort())
    .sort((a, b) => (a.join() < b.join() ? -1 : 1))
}

describe('any evidence', () => {
  const id = (prefix: string) => fc.nat(4).map((n) => `${prefix}${n}`)
  const time = fc.nat(12)
  const namespaceOf = (userId: string) => `n${Number(userId.slice(1)) % 2}`
  const users = [0, 1, 2, 3, 4].map((n) => ({ id: `u${n}`, namespace: namespaceOf(`u${n}`) }))
  const phones = ['p0', 'p1', 'p2', 'p3', 'p4']
  const sighting = fc.record({ phoneId: id('p'), userId: id('u'), at: time })
  const renamed = fc
    .record({ fromId: id('u'), toId: id('u'), at: time })
    .filter(({ fromId, toId }) => fromId !== toId && namespaceOf(fromId) === namespaceOf(toId))
  const moved = fc
    .record({ fromId: id('p'), toId: id('p'), at: time })
    .filter(({ fromId, toId }) => fromId !== toId)
  const member = fc.oneof(
    id('u').map((identityId) => ({ identityId, at: null })),
    fc.record({ identityId: id('p'), at: time }),
  )
  const decision = fc
    .record({
      kind: fc.constantFrom('together' as const, 'apart' as const),
      at: time,
      left: fc.array(member, { minLength: 1, maxLength: 2 }),
      right: fc.array(member, { minLength: 1, maxLength: 2 }),
    })
    .filter(({ left, right }) => left.every((a) => right.every((b) => a.identityId !== b.identityId)))

  interface Told {
    sightings: { phoneId: string; userId: string; at: number }[]
    successions: Evidence['successions']
    decisions: Evidence['decisions']
  }
  const told: fc.Arbitrary<Told> = fc.record({
    sightings: fc.array(sighting, { maxLength: 10 }),
    successions: fc.array(fc.oneof(renamed, moved), { maxLength: 4 }),
    decisions: fc
      .array(decision, { maxLength: 3 })
      .map((all) => all.map((one, index) => ({ ...one, id: `d${index}` }))),
  })

  /** As it is kept: each thing once, with its first and last time. */
  function kept({ sightings, successions, decisions }: Told): Evidence {
    const claims = new Map<string, Evidence['claims'][number]>()
    for (const { phoneId, userId, at } of sightings) {
      const known = claims.get(phoneId + userId) ?? { phoneId, userId, firstAt: at, lastAt: at }
      claims.set(phoneId + userId, {
        ...known,
        firstAt: Math.min(known.firstAt, at),
        lastAt: Math.max(known.lastAt, at),
      })
    }
    const changes = new Map<string, Evidence['successions'][number]>()
    for (const one of successions) {
      const known = changes.get(one.fromId + one.toId)
      changes.set(one.fromId + one.toId, known && known.at < one.at ? known : one)
    }
    return { users, phones, claims: [...claims.values()], successions: [...changes.values()], decisions }
  }

  it('makes the same people in any order and any repetition', () => {
    fc.assert(
      fc.property(told, fc.infiniteStream(fc.nat()), (story, randoms) => {
        const shuffled = <T>(items: T[]) =>
          items
            .map((item) => ({ item, by: randoms.next().value! }))
            .sort((a, b) => a.by - b.by)
            .map(({ item }) => item)
        const again = kept({
          sightings: shuffled([...story.sightings, ...story.sightings.slice(0, 3)]),
          successions: shuffled([...story.successions, ...story.successions]),
          decisions: shuffled(story.decisions),
        })
        again.users = shuffled(again.users)
        again.phones = shuffled(again.phones)
        expect(people(again)).toEqual(people(kept(story)))
      }),
      { numRuns: 500 },
    )
  })

  it('makes the same people of a part by itself as of the whole', () => {
    fc.assert(
      fc.property(told, (story) => {
        const whole = kept(story)
        const parts = componentsOf(whole).flatMap((part) => people(part))
        expect(parts.sort((a, b) => (a.join() < b.join() ? -1 : 1))).toEqual(people(whole))
      }),
      { numRuns: 500 },
    )
  })

  it('never puts two user ids of a namespace together unless somebody says that they are one person', () => {
    fc.assert(
      fc.property(told, (story) => {
        const { people: found } = partition(kept(story))
        const said = linksBetweenUsers(story)
        for (const { nodes } of found) {
          const ids = nodes.filter(({ from }) => from === null).map(({ identityId }) => identityId)
          for (const a of ids) {
            for (const b of ids) {
              const isVouchedFor =
                a === b || namespaceOf(a) !== namespaceOf(b) || said.isOne(a, b) || said.hasPhones
              expect(isVouchedFor).toBe(true)
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never puts together what people keep apart', () => {
    fc.assert(
      fc.property(told, (story) => {
        const evidence = kept(story)
        const { people: found } = partition(evidence)
        const personOf = (userId: string) =>
          found.findIndex(({ nodes }) => nodes.some(({ identityId }) => identityId === userId))
        for (const { kind, left, right } of evidence.decisions) {
          if (kind !== 'apart') continue
          for (const a of left.filter(({ at }) => at === null)) {
            for (const b of right.filter(({ at }) => at === null)) {
              if (a.identityId === b.identityId) continue
              expect(personOf(a.identityId)).not.toBe(personOf(b.identityId))
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  function linksBetweenUsers({ successions, decisions }: Told) {
    const groups = new Map(users.map(({ id: userId }) => [userId, userId]))
    const root = (userId: string): string => {
      const next = groups.get(userId)!
      return next === userId ? userId : root(next)
    }
    const join = (a: string, b: string) => groups.set(root(a), root(b))
    const together = decisions.filter(({ kind }) => kind === 'together')
    for (const { fromId, toId } of successions) if (fromId.startsWith('u')) join(fromId, toId)
    for (const { left, right } of together) {
      const ids = [...left, ...right].filter(({ at }) => at === null).map(({ identityId }) => identityId)
      for (const other of ids.slice(1)) join(ids[0]!, other)
    }
    return {
      isOne: (a: string, b: string) => root(a) === root(b),
      // A person's word about a phone joins whoever held it then.
      hasPhones: together.some(({ left, right }) => [...left, ...right].some(({ at }) => at !== null)),
    }
  }

  function componentsOf(evidence: Evidence): Evidence[] {
    const groups = new Map<string, string>()
    for (const { id: userId } of evidence.users) groups.set(userId, userId)
    for (const phoneId of evidence.phones) groups.set(phoneId, phoneId)
    const root = (key: string): string => {
      const next = groups.get(key)!
      return next === key ? key : root(next)
    }
    const join = (a: string, b: string) => groups.set(root(a), root(b))
    for (const { phoneId, userId } of evidence.claims) join(phoneId, userId)
    for (const { fromId, toId } of evidence.successions) join(fromId, toId)
    for (const { left, right } of evidence.decisions) {
      const ids = [...left, ...right].map(({ identityId }) => identityId)
      for (const other of ids.slice(1)) join(ids[0]!, other)
    }
    return [...new Set([...groups.keys()].map(root))].map((part) => ({
      users: evidence.users.filter(({ id: userId }) => root(userId) === part),
      phones: evidence.phones.filter((phoneId) => root(phoneId) === part),
      claims: evidence.claims.filter(({ userId }) => root(userId) === part),
      successions: evidence.successions.filter(({ fromId }) => root(fromId) === part),
      decisions: evidence.decisions.filter(({ left }) => root(left[0]!.identityId) === part),
    }))
  }
})
