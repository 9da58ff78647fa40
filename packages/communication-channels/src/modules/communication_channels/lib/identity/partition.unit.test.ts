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
