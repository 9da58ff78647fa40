import { assignContacts, undecidedNodes } from './assign-contacts.ts'
import type { LoadedPeople, StoredIdentity } from './load-people.ts'
import { partition } from './partition.ts'

const HANDS = 2_000

/** How often anything was read of it. */
function counted<T extends object>(value: T, count: () => void): T {
  return new Proxy(value, {
    get(target, name, receiver) {
      count()
      return Reflect.get(target, name, receiver)
    },
  })
}

function aNumberOfManyHands(): LoadedPeople {
  const hands = Array.from({ length: HANDS }, (_, nth) => ({ id: `u${nth}`, at: nth * 1000 }))
  const identity = (id: string, kind: 'phone' | 'user_id', nth: number): StoredIdentity => ({
    ...{ id, kind, namespace: kind === 'phone' ? '' : 'app', hash: id },
    ...{ contactId: `c${nth}`, originContactId: `c${nth}`, retiredAt: null },
    heldSince: kind === 'phone' ? nth * 1000 : Number.NEGATIVE_INFINITY,
  })
  return {
    evidence: {
      users: hands.map(({ id }) => ({ id, namespace: 'app' })),
      phones: ['p'],
      claims: hands.map(({ id, at }) => ({ userId: id, phoneId: 'p', firstAt: at, lastAt: at })),
      successions: [],
      decisions: [],
    },
    identities: new Map([
      ...hands.map(({ id }, nth) => [id, identity(id, 'user_id', nth)] as const),
      ['p', identity('p', 'phone', HANDS - 1)] as const,
    ]),
    holdings: new Map([
      [
        'p',
        hands.map(({ at }, nth) => ({
          from: nth === 0 ? Number.NEGATIVE_INFINITY : at,
          until: nth === HANDS - 1 ? Number.POSITIVE_INFINITY : at + 1000,
          contactId: `c${nth}`,
        })),
      ],
    ]),
  }
}

// Each message from it asks anew who is who. In squares of its hands that takes minutes, and everybody waits.
it('a number that passed through many hands is gone through a few times for each, and stays with each of them', () => {
  let looks = 0
  const look = () => {
    looks++
  }
  const loaded = aNumberOfManyHands()
  const people = partition(loaded.evidence)
  people.tenures.set('p', counted(people.tenures.get('p')!, look))
  loaded.holdings.set(
    'p',
    loaded.holdings.get('p')!.map((one) => counted(one, look)),
  )
  const base = { loaded, partition: people, folded: new Map(), filed: new Set<string>() }
  expect(undecidedNodes(base).nodes).toEqual([])
  const newContactId = () => 'new'
  const found = assignContacts({ ...base, filedBefore: new Set(), dormant: new Set(), newContactId })
  expect(looks).toBeLessThan(HANDS * 400)
  expect(found).toMatchObject({ created: [], absorbed: [], split: [], moves: [] })
  expect(new Set(found.contactOf.values()).size).toBe(HANDS)
})
