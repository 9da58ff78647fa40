import fc from 'fast-check'
import { type Evidence, type Node, nodeKey } from './evidence.ts'
import { partition } from './partition.ts'

const NONE: Evidence = { users: [], phones: [], claims: [], successions: [], decisions: [] }

/** People by what they are known by: user ids, and phones with the time from which on. */
function people(evidence: Partial<Evidence>): string[][] {
  return partition({ ...NONE, ...evidence })
    .people.map(({ nodes }) => nodes.map(nameOf).sort())
    .sort((a, b) => (a.join() < b.join() ? -1 : 1))
}

const nameOf = (node: Node) => (node.from === Number.NEGATIVE_INFINITY ? node.identityId : nodeKey(node))
const user = (id: string, namespace = 'n') => ({ id, namespace })
const claim = (phoneId: string, userId: string, firstAt: number, lastAt = firstAt) => ({
  phoneId,
  userId,
  firstAt,
  lastAt,
})

describe('who is who', () => {
  it.each<[string, Partial<Evidence>, string[][]]>([
    [
      'a phone seen with a user id is its',
      { users: [user('u')], phones: ['p'], claims: [claim('p', 'u', 5)] },
      [['p', 'u']],
    ],
    [
      'a phone seen with another user id of the namespace has changed hands',
      { users: [user('u'), user('v')], phones: ['p'], claims: [claim('p', 'u', 1), claim('p', 'v', 5)] },
      [
        ['p', 'u'],
        ['p@5', 'v'],
      ],
    ],
    [
      'user ids of two namespaces with one phone are one person',
      {
        users: [user('u', 'a'), user('v', 'b')],
        phones: ['p'],
        claims: [claim('p', 'u', 1), claim('p', 'v', 5)],
      },
      [['p', 'u', 'v']],
    ],
    [
      'a user id seen with a second phone has left the first',
      { users: [user('u')], phones: ['p', 'q'], claims: [claim('p', 'u', 1), claim('q', 'u', 5)] },
      [['p', 'q', 'u'], ['p@5']],
    ],
    [
      'a number that was left is the next one’s who is seen with it',
      {
        users: [user('u'), user('v')],
        phones: ['p', 'q'],
        claims: [claim('p', 'u', 1), claim('q', 'u', 5), claim('p', 'v', 9)],
      },
      [
        ['p', 'q', 'u'],
        ['p@5', 'v'],
      ],
    ],
    [
      'a number that somebody moved to was somebody else’s before',
      { users: [], phones: ['p', 'q'], successions: [{ fromId: 'p', toId: 'q', at: 5 }] },
      [['p', 'q@5'], ['p@5'], ['q']],
    ],
    [
      'a user id that became another one is one person with it, and keeps the phone it is seen with',
      {
        users: [user('u'), user('v')],
        phones: ['p'],
        claims: [claim('p', 'u', 1), claim('p', 'v', 5)],
        successions: [{ fromId: 'u', toId: 'v', at: 5 }],
      },
      [['p', 'p@5', 'u', 'v']],
    ],
    [
      'a user id that became another one has left its phone where nothing says that it kept it',
      {
        users: [user('u'), user('v')],
        phones: ['p'],
        claims: [claim('p', 'u', 1)],
        successions: [{ fromId: 'u', toId: 'v', at: 5 }],
      },
      [['p', 'u', 'v'], ['p@5']],
    ],
    [
      'whoever had a phone has another user id, if that is what the provider says',
      {
        users: [user('u'), user('v')],
        phones: ['p'],
        claims: [claim('p', 'u', 1), claim('p', 'v', 5)],
        successions: [{ fromId: 'p', toId: 'v', at: 5 }],
      },
      [['p', 'u', 'v']],
    ],
    [
      'a number change and the new user id keep one person',
      {
        users: [user('u'), user('v')],
        phones: ['p', 'q'],
        claims: [claim('p', 'u', 1), claim('q', 'v', 6)],
        successions: [
          { fromId: 'p', toId: 'q', at: 5 },
          { fromId: 'u', toId: 'v', at: 6 },
        ],
      },
      [['p', 'q@5', 'u', 'v'], ['p@5'], ['q']],
    ],
    [
      'so do they where the new user id is told first',
      {
        users: [user('u'), user('v')],
        phones: ['p', 'q'],
        claims: [claim('p', 'u', 1), claim('q', 'v', 9)],
        successions: [
          { fromId: 'u', toId: 'v', at: 5 },
          { fromId: 'p', toId: 'q', at: 6 },
        ],
      },
      [['p', 'q@6', 'u', 'v'], ['p@5'], ['p@6'], ['q']],
    ],
    [
      'a changed number whose next user id nobody vouches for is on doubt somebody else’s',
      {
        users: [user('u'), user('v')],
        phones: ['p', 'q'],
        claims: [claim('p', 'u', 1), claim('q', 'v', 9)],
        successions: [{ fromId: 'p', toId: 'q', at: 5 }],
      },
      [['p', 'q@5', 'u'], ['p@5'], ['q'], ['q@9', 'v']],
    ],
    [
      'what people put together is together',
      {
        users: [user('u'), user('v')],
        decisions: [
          {
            id: 'd',
            kind: 'together',
            at: 9,
            left: [{ identityId: 'u', at: null }],
            right: [{ identityId: 'v', at: null }],
          },
        ],
      },
      [['u', 'v']],
    ],
    [
      'a phone that people put to a user id stays that person’s',
      {
        users: [user('u')],
        phones: ['p'],
        decisions: [
          {
            id: 'd',
            kind: 'together',
            at: 9,
            left: [{ identityId: 'u', at: null }],
            right: [{ identityId: 'p', at: 3 }],
          },
        ],
      },
      [['p', 'u']],
    ],
    [
      'who took a number over is joined with somebody, and not whoever had it before',
      {
        users: [user('u'), user('v'), user('w')],
        phones: ['p'],
        claims: [claim('p', 'u', 1), claim('p', 'v', 5)],
        decisions: [
          {
            id: 'd',
            kind: 'together',
            at: 9,
            left: [
              { identityId: 'p', at: 5 },
              { identityId: 'v', at: null },
            ],
            right: [{ identityId: 'w', at: null }],
          },
        ],
      },
      [
        ['p', 'u'],
        ['p@5', 'v', 'w'],
      ],
    ],
    [
      'what people keep apart is apart: the phone is the other’s from the proof on',
      {
        users: [user('u')],
        phones: ['p'],
        claims: [claim('p', 'u', 5)],
        decisions: [
          {
            id: 'd',
            kind: 'apart',
            at: 9,
            left: [{ identityId: 'u', at: null }],
            right: [{ identityId: 'p', at: 3 }],
          },
        ],
      },
      [['p'], ['p@5', 'u']],
    ],
    [
      'user ids that people keep apart are apart, whatever the provider says',
      {
        users: [user('u'), user('v')],
        successions: [{ fromId: 'u', toId: 'v', at: 5 }],
        decisions: [
          {
            id: 'd',
            kind: 'apart',
            at: 9,
            left: [{ identityId: 'u', at: null }],
            right: [{ identityId: 'v', at: null }],
          },
        ],
      },
      [['u'], ['v']],
    ],
  ])('%s', (_, evidence, expected) => {
    expect(people(evidence)).toEqual(expected)
  })
})

describe('any evidence', () => {
  const id = (prefix: string) => fc.nat(4).map((n) => `${prefix}${n}`)
  const time = fc.nat(12)
  const namespaceOf = (userId: string) => `n${Number(userId.slice(1)) % 2}`
  const users = [0, 1, 2, 3, 4].map((n) => user(`u${n}`, namespaceOf(`u${n}`)))
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

it('a number that two were seen with in one moment is the same one’s, whoever was heard of first', () => {
  const holderOf = (ids: Record<'anna' | 'ben' | 'number', string>) => {
    const nameOf = (id: string) => Object.entries(ids).find(([, own]) => own === id)![0]
    const claims = [ids.anna, ids.ben].map((userId) => ({
      userId,
      phoneId: ids.number,
      firstAt: 10,
      lastAt: 10,
    }))
    const users = [ids.anna, ids.ben].map((id) => ({ id, namespace: 'shop' }))
    const evidence = { users, phones: [ids.number], claims, successions: [], decisions: [] }
    const { people, tenures } = partition(evidence, nameOf)
    const last = { identityId: ids.number, from: tenures.get(ids.number)!.at(-1)! }
    const holder = people.find(({ nodes }) => nodes.some((node) => nodeKey(node) === nodeKey(last)))!
    return holder.nodes.filter(({ from }) => from === null).map(({ identityId }) => nameOf(identityId))
  }
  expect(holderOf({ anna: '1', ben: '2', number: '3' })).toEqual(['ben'])
  expect(holderOf({ anna: '2', ben: '1', number: '3' })).toEqual(['ben'])
})
