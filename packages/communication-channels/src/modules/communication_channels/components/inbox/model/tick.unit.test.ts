import { tickOf } from './tick.ts'

describe('the tick of a message', () => {
  test.each([
    ['queued', 'waiting'],
    ['sending', 'waiting'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['played', 'read'],
    ['failed', 'failed'],
    ['unknown', 'unknown'],
    ['cancelled', 'cancelled'],
  ])('%s shows as %s', (status, tick) => {
    expect(tickOf(status)).toBe(tick)
  })

  test('an inbound message has none', () => {
    expect(tickOf(null)).toBeNull()
  })

  test('a status this screen does not know yet counts as sent', () => {
    expect(tickOf('held_for_review')).toBe('sent')
  })
})
