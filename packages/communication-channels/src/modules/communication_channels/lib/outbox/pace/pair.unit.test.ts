import { decidePair } from './pair.ts'

const rule = { spacingMs: 6_000, burst: 45 }
const NOW = 1_000_000

describe('how often one person may be written to', () => {
  it.each<[string, number | null, object]>([
    ['somebody new', null, { isAllowed: true, paidUntil: NOW + 6_000 }],
    ['somebody written to long ago', NOW - 90_000, { isAllowed: true, paidUntil: NOW + 6_000 }],
    ['somebody written to just now', NOW + 6_000, { isAllowed: true, paidUntil: NOW + 12_000 }],
    ['the last of a burst', NOW + 263_000, { isAllowed: true, paidUntil: NOW + 269_000 }],
    ['one more than a burst', NOW + 263_001, { isAllowed: false, at: NOW + 1 }],
    ['after a whole burst', NOW + 270_000, { isAllowed: false, at: NOW + 7_000 }],
    ['under a clock that was set back', NOW + 3_600_000, { isAllowed: true, paidUntil: NOW + 6_000 }],
  ])('%s', (_, paidUntil, expected) => {
    expect(decidePair(rule, paidUntil, NOW)).toEqual(expected)
  })

  it('is a burst of 44 and then one every six seconds, for ever', () => {
    let paidUntil: number | null = null
    const left: number[] = []
    for (let at = NOW; at < NOW + 120_000; at += 100) {
      for (;;) {
        const decision = decidePair(rule, paidUntil, at)
        if (!decision.isAllowed) break
        paidUntil = decision.paidUntil
        left.push(at)
      }
    }
    expect(left.filter((at) => at === NOW)).toHaveLength(44)
    expect(left.slice(44, 47).map((at) => at - NOW)).toEqual([1_000, 7_000, 13_000])
    expect(left).toHaveLength(44 + 20)
  })
})
