import { type Report, toldApart } from './tell-apart.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))
const report = (hour: number, more: Partial<Report> = {}): Report => ({
  key: 'a',
  isTimed: false,
  receivedAt: at(hour),
  ...more,
})

describe('what Meta says without a time', () => {
  it.each<[string, Report[], number]>([
    ['delivered again is one fact', [report(1), report(1), report(20)], 1],
    ['delivered again before its first delivery is worked off is one fact', [report(20), report(1)], 1],
    ['said again days later is another', [report(1), report(49)], 2],
    ['in other words is another', [report(1), report(1, { key: 'b' })], 2],
  ])('%s', (_, reports, facts) => {
    expect(new Set(toldApart(reports, [])).size).toBe(facts)
  })

  it('is the fact that is kept already', () => {
    const [key] = toldApart([report(1)], [])
    const kept = [{ key: key!, receivedAt: at(1) }]
    expect(toldApart([report(2), report(40)], kept)).toEqual([key, expect.not.stringContaining(key!)])
  })
})

it('what has a time keeps its key', () => {
  expect(toldApart([report(1, { isTimed: true })], [])).toEqual(['a'])
})
