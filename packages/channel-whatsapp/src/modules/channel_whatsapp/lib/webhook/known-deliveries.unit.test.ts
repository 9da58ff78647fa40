import { readFact } from '../../../../../test/known-deliveries/read-fact.ts'
import { openRecorded, recorded, recordedAreThere } from '../../../../../test/known-deliveries/recorded.ts'
import { readDelivery } from './read-delivery.ts'

if (!recordedAreThere) {
  console.warn(
    'Payloads that others recorded are looked for beside this repository, and are not there: the comparison is skipped. A plain clone has only fixtures of our own.',
  )
}
const describeWhereThere = recordedAreThere ? describe : describe.skip

describeWhereThere('payloads that others recorded', () => {
  it.each(recorded)('mean to us what they mean to them: $file', (entry) => {
    const { bytes, facts: expected } = openRecorded(entry)
    const events = readDelivery(bytes)
    expected.forEach((facts, index) => {
      const event = events[index]
      if (!event) throw new Error('There is no event for it.')
      for (const [name, value] of Object.entries(facts)) {
        expect({ [name]: readFact(event, facts, name) }).toEqual({ [name]: value })
      }
    })
    const errorsBesideACall = events.filter((event) => event.kind === 'account').length
    expect(events.length - expected.length).toBeLessThanOrEqual(errorsBesideACall)
  })
})
