import fc from 'fast-check'
import { joinStatus, type MessageStatus, STATUS_RANK } from './status.ts'

const statuses = Object.keys(STATUS_RANK) as MessageStatus[]
const anyStatus = fc.constantFrom(...statuses)

describe('the status of a message', () => {
  it('ends the same in whichever order and however often its reports come', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { minLength: 1 }), fc.array(fc.nat()), (reports, picks) => {
        const repeated = [...reports, ...picks.map((pick) => reports[pick % reports.length]!)].reverse()
        expect(repeated.reduce(joinStatus)).toBe(reports.reduce(joinStatus))
      }),
    )
  })

  it.each([
    ['sent', 'failed', 'failed'],
    ['failed', 'delivered', 'delivered'],
    ['read', 'delivered', 'read'],
    ['unknown', 'sent', 'sent'],
    ['sending', 'read', 'read'],
  ] as const)('after %s and %s is %s', (a, b, end) => {
    expect(joinStatus(a, b)).toBe(end)
    expect(joinStatus(b, a)).toBe(end)
  })
})
