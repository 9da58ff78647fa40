import { type BusinessProfile, changedProfile, isPin } from './number.ts'

const profile: BusinessProfile = {
  about: 'Tents',
  address: '',
  description: '',
  email: 'hello@acme.test',
  vertical: 'RETAIL',
  websites: ['https://acme.test'],
  pictureUrl: null,
}

test('of a profile only what was changed is sent, and empty websites are none', () => {
  const { pictureUrl: _, ...fields } = profile
  expect(changedProfile(profile, { ...fields, websites: ['https://acme.test', ' '] })).toEqual({})
  expect(changedProfile(profile, fields)).toEqual({})
  expect(changedProfile(profile, { ...fields, address: 'Main Street 1', websites: [' '] })).toEqual({
    address: 'Main Street 1',
    websites: [],
  })
})

test.each([
  ['123456', true],
  ['12345', false],
  ['1234567', false],
  ['12345a', false],
])('%s is a PIN: %s', (text, is) => expect(isPin(text)).toBe(is))
