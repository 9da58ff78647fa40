import { isRegistered } from './is-registered.ts'
import { type OwnedChannel, takenOver } from './taken-over.ts'

const number = { id: '210', display_phone_number: '+48 22 123 45 01' }
const channel = (more: Partial<OwnedChannel>): OwnedChannel => ({
  id: 'ch',
  connectionId: 'before',
  externalIdentifier: '210',
  address: '+48 22 123 45 01',
  isEnabled: false,
  isHeld: false,
  ...more,
})

test.each<[string, OwnedChannel[], string | null]>([
  ['is new', [], null],
  ['is here already', [channel({ connectionId: 'here' })], null],
  ['was connected by a connection that is gone', [channel({})], 'ch'],
  ['was connected by one that still stands', [channel({ isHeld: true })], 'ch'],
  ['got another id with another account', [channel({ externalIdentifier: '999' })], 'ch'],
  ['is written in another way', [channel({ externalIdentifier: '999', address: '48221234501' })], 'ch'],
  ['has a namesake that is in use', [channel({ externalIdentifier: '999', isHeld: true })], null],
  [
    'has a past that is not clear',
    [channel({ id: 'a', externalIdentifier: '8' }), channel({ externalIdentifier: '9' })],
    null,
  ],
  ['is another', [channel({ externalIdentifier: '999', address: '+48 22 123 45 02' })], null],
  ['stands beside one without an address', [channel({ externalIdentifier: '999', address: null })], null],
])('a number that %s', (_, channels, taken) => {
  expect(takenOver(channels, 'here', number)?.id ?? null).toBe(taken)
})

test.each([
  ['CONNECTED', 'CLOUD_API', true],
  ['FLAGGED', 'CLOUD_API', true],
  ['PENDING', 'NOT_APPLICABLE', false],
  ['DISCONNECTED', null, false],
  ['CONNECTED', 'ON_PREMISE', false],
  ['RESTRICTED', null, true],
  ['A_WORD_OF_TOMORROW', null, true],
  [null, null, null],
])('a number that Meta calls %s on %s is registered: %s', (status, platform, registered) => {
  expect(isRegistered(status, platform)).toBe(registered)
})
