import { notificationName } from '../policy/notification-intent.ts'
import { KNOWN_NOTIFICATIONS } from './catalogue.ts'
import { notificationValue } from './notification-value.ts'

it('has an example for every value, of the kind that may be sent', () => {
  for (const { name, samples } of KNOWN_NOTIFICATIONS) {
    expect(notificationName.safeParse(name).success).toBe(true)
    for (const [key, sample] of Object.entries(samples)) {
      expect([name, key, notificationValue.safeParse(sample).success]).toEqual([name, key, true])
      expect(key).toMatch(/^[a-z]+(_[a-z]+)*$/)
    }
  }
})
