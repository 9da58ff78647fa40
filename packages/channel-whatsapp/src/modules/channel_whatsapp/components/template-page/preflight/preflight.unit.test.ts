import { describe, expect, test } from '@jest/globals'
import { type CellState, type Preflight, preflightGroups, preflightSums } from './preflight.ts'

const number = (channelId: string, connectionId = 'k1') => ({
  ...{ channelId, phone: channelId, accountName: connectionId, connectionId },
})
const states = (of: Record<string, Record<string, CellState>>): Preflight['cells'] =>
  Object.entries(of).flatMap(([channelId, cells]) =>
    Object.entries(cells).map(([notification, state]) => ({
      ...{ notification, language: 'en', channelId, state },
      ...{ fallbackLanguage: null, templateId: null, missing: [] },
    })),
  )
const preflight = (
  of: Record<string, Record<string, CellState>>,
  numbers = Object.keys(of).map((id) => number(id)),
) => ({
  notifications: ['a', 'b'].map((name) => ({ name, purpose: 'utility', isInUse: true, keys: [] })),
  languages: ['en'],
  numbers,
  cells: states(of),
})
const all = () => true

describe('the tables of the preflight', () => {
  test('share numbers of one account that stand alike', () => {
    const groups = preflightGroups(
      preflight({
        n1: { a: 'usable', b: 'missing' },
        n2: { a: 'usable', b: 'missing' },
        n3: { a: 'usable', b: 'usable' },
      }),
      all,
    )
    expect(groups.map(({ numbers }) => numbers.map(({ channelId }) => channelId))).toEqual([
      ['n1', 'n2'],
      ['n3'],
    ])
  })

  test('never share numbers of different accounts', () => {
    const alike = { n1: { a: 'usable' }, n2: { a: 'usable' } } as const
    expect(preflightGroups(preflight(alike, [number('n1'), number('n2', 'k2')]), all)).toHaveLength(2)
  })

  test('begin with what is red', () => {
    const groups = preflightGroups(
      preflight({ n1: { a: 'usable', b: 'usable' }, n2: { a: 'in_review', b: 'paused' } }),
      all,
    )
    expect(groups[0]?.numbers[0]?.channelId).toBe('n2')
    expect(groups[0]?.rows.map(({ notification }) => notification.name)).toEqual(['b', 'a'])
  })

  test('count only what is shown', () => {
    const given = preflight({ n1: { a: 'rejected', b: 'usable' }, n2: { a: 'fallback', b: 'in_review' } })
    expect(preflightSums(preflightGroups(given, all))).toEqual({
      red: 1,
      in_review: 1,
      fallback: 1,
      usable: 1,
    })
    expect(preflightSums(preflightGroups(given, ({ name }) => name === 'b'))).toEqual({
      ...{ red: 0, in_review: 1, fallback: 0, usable: 1 },
    })
  })

  test('count a cell once, however many numbers share its table', () => {
    const given = preflight({ n1: { a: 'paused', b: 'usable' }, n2: { a: 'paused', b: 'usable' } })
    expect(preflightSums(preflightGroups(given, all))).toMatchObject({ red: 1, usable: 1 })
  })
})
