import type { Candidate } from './candidates.ts'
import { type Limits, planLeaving } from './plan-leaving.ts'

const NOW = 1_000_000
const SLOTS = [NOW + 60, NOW + 73, NOW + 86, NOW + 99]
const free: Limits = { pair: null, organization: null, portfolio: null }

let made = 0
const candidate = (change: Partial<Candidate>): Candidate => {
  const id = `m${made++}`
  return {
    id,
    conversationId: `c-${id}`,
    contactId: `p-${id}`,
    lane: 'person',
    priority: 0,
    isWindowOpen: true,
    paidUntil: null,
    ...change,
  }
}
const outside = (contactId: string) => candidate({ contactId, isWindowOpen: false })
const byItself = (change: Partial<Candidate> = {}) => candidate({ lane: 'automatic', priority: 1, ...change })

function plan(candidates: Candidate[], limits: Partial<Limits>, lastForAutomatic = SLOTS.length) {
  const { leaving, waiting } = planLeaving(candidates, SLOTS, { ...free, ...limits }, NOW, lastForAutomatic)
  const place = (one: { candidate: Candidate }) => candidates.indexOf(one.candidate)
  return {
    leaving: leaving.map((one) => [place(one), one.slot - NOW]),
    waiting: waiting.map((one) => [place(one), one.code, one.at - NOW]),
  }
}

describe('who leaves and who waits', () => {
  it('each takes the next slot, and what has none is left for the next time', () => {
    const five = Array.from({ length: 5 }, () => candidate({}))
    expect(plan(five, {})).toEqual({
      leaving: [
        [0, 60],
        [1, 73],
        [2, 86],
        [3, 99],
      ],
      waiting: [],
    })
  })

  it('what leaves by itself leaves the last slots to staff', () => {
    const all = [byItself(), byItself({ lane: 'bulk' }), byItself(), candidate({}), candidate({})]
    expect(plan(all, {}, 2)).toEqual({
      leaving: [
        [0, 60],
        [1, 73],
        [3, 86],
        [4, 99],
      ],
      waiting: [],
    })
  })

  it('of a conversation one at a time', () => {
    const two = [candidate({ conversationId: 'same' }), candidate({ conversationId: 'same' }), candidate({})]
    expect(plan(two, {}).leaving).toEqual([
      [0, 60],
      [2, 73],
    ])
  })

  it('people over the portfolio’s limit wait and take no slot; who was written to today is free', () => {
    const portfolio = { known: new Set(['known']), count: 4, perDay: 5 }
    const all = [outside('new1'), outside('new2'), outside('known'), candidate({}), outside('new1')]
    expect(plan(all, { portfolio })).toEqual({
      leaving: [
        [0, 60],
        [2, 73],
        [3, 86],
        [4, 99],
      ],
      waiting: [[1, 'portfolio_limit', 300_000]],
    })
  })

  it('what leaves by itself keeps to the organisation’s limit, in its place among those that wait; staff pass', () => {
    const organization = { limit: 2, sent: [NOW - 30_000], waitingBefore: [0, 1, 1] }
    const all = [candidate({}), byItself(), byItself(), byItself({ lane: 'bulk', priority: 2 })]
    expect(plan(all, { organization })).toEqual({
      leaving: [
        [0, 60],
        [1, 73],
      ],
      waiting: [
        [2, 'organization_limit', 60_073],
        [3, 'organization_limit', 90_000],
      ],
    })
  })

  it('a person who was written to often enough waits, and costs no limit its place', () => {
    const pair = { spacingMs: 6_000, burst: 2 }
    const organization = { limit: 1, sent: [], waitingBefore: [0, 0, 0] }
    const all = [byItself({ paidUntil: NOW + 12_000 }), byItself()]
    expect(plan(all, { pair, organization })).toEqual({
      leaving: [[1, 60]],
      waiting: [[0, 'person_pace', 7_000]],
    })
  })
})
